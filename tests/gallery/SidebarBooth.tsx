import { useEffect, useState } from 'react';
import type {
  FlagSaid,
  SidebarProps,
  SidebarState,
  UndoView,
  VerdictSaid,
} from '../../components/sidebar/props.ts';
import { Sidebar } from '../../components/sidebar/Sidebar.tsx';
import { flagSaid, verdictSaid } from '../../components/sidebar/said-words.ts';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { everyReason } from './every-reason.ts';
import { CARD, said } from './fixtures.ts';
import { id, NOW, PLACE } from './moment.ts';
import { MERGES } from './store-people.ts';
import { noted, saved } from './stub.ts';

type Props = {
  state: SidebarState;
  outbox?: SidebarProps['outbox'];
  disarmed?: string;
  undo?: UndoView;
  /** What comes when a test says `next-lead`. */
  next?: SidebarState;
};

export const ALL_SENT = { waiting: 0, sending: false, attention: [], lastProblem: null };

/** The sidebar with somebody behind it who remembers verdicts, undoes them and switches tabs. */
export function SidebarBooth({
  state: given,
  outbox = ALL_SENT,
  disarmed,
  undo: shown,
  next,
}: Props) {
  const [state, setState] = useState(given);
  const [undo, setUndo] = useState<UndoView | null>(shown ?? null);
  const [now, setNow] = useState(NOW);

  useEffect(() => {
    const change = () => next && setState(next);
    window.addEventListener('next-lead', change);
    return () => window.removeEventListener('next-lead', change);
  }, [next]);

  useEffect(() => {
    if (!undo) return;
    const tick = setInterval(() => setNow((before) => before + 1000), 1000);
    return () => clearInterval(tick);
  }, [undo]);

  function give(what: unknown) {
    const verdict = what as VerdictSaid;
    const reason = everyReason(CARD)[verdict.reason ?? ''] ?? null;
    keep({ ...verdict, id: id(77), reason }, verdictSaid(verdict.verdict, reason));
  }

  function flag(what: unknown) {
    const given = what as FlagSaid;
    keep({ ...given, id: id(given.note ? 79 : 78), kind: 'flag' }, flagSaid(given));
  }

  function keep(entry: Partial<FeedbackEntry>, label: string) {
    if (state.is !== 'lead') return;
    setState({ ...state, unsent: [said({ ...entry, madeAt: new Date(now).toISOString() })] });
    setUndo({ label, until: now + 10_000 });
  }

  return (
    <Sidebar
      state={state}
      outbox={undo ? { ...outbox, waiting: 1 } : outbox}
      undo={undo}
      disarmed={disarmed ?? null}
      side="right"
      now={now}
      place={PLACE}
      onVerdict={saved('onVerdict', give)}
      onFlag={saved('onFlag', flag)}
      onUndo={() => {
        noted('onUndo')();
        setUndo(null);
        if (state.is === 'lead') setState({ ...state, unsent: [] });
      }}
      onRegister={saved('onRegister')}
      onIdentity={async (leadId) => {
        noted('onIdentity')(leadId);
        return done({
          leadId,
          names: MERGES.flatMap(({ names }) => names),
          merges: MERGES.filter(({ undone }) => undone === null),
        });
      }}
      onRetry={noted('onRetry')}
      onLoadMore={noted('onLoadMore')}
      onTab={(tab) => {
        noted('onTab')(tab);
        if (state.is === 'lead') setState({ ...state, timeline: { ...state.timeline, tab } });
      }}
      onKinds={(kinds) => {
        noted('onKinds')(kinds);
        if (state.is === 'lead') setState({ ...state, timeline: { ...state.timeline, kinds } });
      }}
      onWatch={(watching) => {
        noted('onWatch')(watching);
        if (state.is === 'lead') setState({ ...state, card: { ...state.card, watching } });
      }}
      onClose={noted('onClose')}
      onDock={noted('onDock')}
      onConnect={noted('onConnect')}
      onOpenOutbox={noted('onOpenOutbox')}
    />
  );
}
