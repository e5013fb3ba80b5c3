import { useEffect, useState } from 'react';
import type { SidebarProps, SidebarState, UndoView } from '../../components/sidebar/props.ts';
import { Sidebar } from '../../components/sidebar/Sidebar.tsx';
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
    const verdict = what as {
      verdict: 'rejected';
      reason: string | null;
      note: string;
      until: string | null;
    };
    if (state.is !== 'lead') return;
    const reason = everyReason(CARD)[verdict.reason ?? ''] ?? null;
    const entry = said({ ...verdict, id: id(77), reason, madeAt: new Date(now).toISOString() });
    setState({ ...state, unsent: [entry] });
    setUndo({ label: `${verdict.verdict}${reason ? `: ${reason}` : ''}`, until: now + 10_000 });
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
      onFlag={saved('onFlag')}
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
