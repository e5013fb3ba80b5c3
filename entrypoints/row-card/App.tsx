/** Wires the card of a list to the screen. */
import { useEffect, useMemo, useRef } from 'react';
import { RowCard } from '../../components/list/RowCard.tsx';
import type { LeadState } from '../../components/sidebar/props.ts';
import { verdictSaid } from '../../components/sidebar/said-words.ts';
import { failed } from '../../lib/contract/problem.ts';
import { NO_TIMELINE } from '../../lib/engagement/timeline.ts';
import { realTools, verdictItem } from '../../lib/feedback/items.ts';
import { outboxView, reasonLabel, saidAbout } from '../../lib/feedback/said.ts';
import type { RowView } from '../../lib/lead/rows.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { useSaid } from '../sidebar/use-said.ts';
import { useSight } from '../sidebar/use-sight.ts';
import type { Parts } from './parts.ts';

export function App({ parts }: { parts: Parts }) {
  const view = useCell(parts.session.view);
  const undo = useCell(parts.said.undoable);
  const outbox = useCell(parts.sending.now);
  const me = useCell(parts.connection);
  const now = useNow(undo ? 1000 : 30_000);
  const sender = useMemo(() => me && senderOf(me), [me]);
  const items = useSaid(outbox.entries, sender);
  const { disarmed, ifSeen, doIfSeen } = useSight(parts.sight);
  const row = view.is === 'row' ? view.key : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: between two rows it is away, which is no fault of the page
  useEffect(() => parts.sight.rest(), [parts, row]);
  useStart(view, parts);
  useWayOut(parts);

  if (view.is === 'none') return null;
  const { card, brief, problem, key } = view;
  const state: LeadState | null = card && {
    is: 'lead',
    card,
    timeline: NO_TIMELINE,
    unsent: saidAbout(card, items.all, me?.member.name ?? ''),
    stale: null,
  };
  return (
    <RowCard
      key={key}
      brief={brief}
      state={state}
      problem={problem}
      outbox={outboxView(outbox, sender)}
      undo={undo && undo.leadId === brief.leadId ? undo : null}
      disarmed={disarmed}
      now={now}
      onHeight={(height) => parts.send({ kind: 'drawn', key, height })}
      onVerdict={async (said) => {
        if (!card) return failed('not-found', 'There is no lead here any more', 'Open it again.');
        const label = verdictSaid(said.verdict, reasonLabel(said.reason, card));
        return ifSeen(() => parts.said.say(verdictItem(card, said, realTools), label));
      }}
      onUndo={() =>
        doIfSeen(() => {
          if (undo) items.takeBack(undo.id);
          void parts.said.undo();
        })
      }
      onOpenOutbox={() => void parts.ask('page.options', { part: 'outbox' })}
    />
  );
}

/** Does what the keyboard asked for at the chip, once for each time, as soon as the card is here: as if it were pressed. */
function useStart(view: RowView, { sight }: Parts): void {
  const done = useRef(0);
  useEffect(() => {
    if (view.is !== 'row' || view.start === 'look' || done.current === view.round) return;
    const card = document.querySelector<HTMLElement>('[data-lead]');
    if (!card?.contains(document.activeElement)) card?.focus({ preventScroll: true });
    // Nothing is said in passing on a card known to be old: a colleague may have been quicker. Once the store is known to be silent
    // it is said on what there is, or not at all: not a minute later, when nobody thinks of it any more.
    const isFresh = view.card !== null && view.card.rev >= view.brief.rev;
    if (!isFresh && !view.problem) return;
    done.current = view.round;
    // The key was pressed at the chip, where it is not heard here.
    sight.near('keys');
    const wanted = view.start === 'enter' ? '' : `="${view.start}"`;
    const button = card?.querySelector<HTMLElement>(`[data-verdict${wanted}]`);
    if (view.start === 'enter') button?.focus({ preventScroll: true });
    else button?.click();
  });
}

/** Esc goes back to the chip, the arrows to the one above or below; forms and lists of reasons keep their keys. */
function useWayOut({ send }: Parts): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = WAYS[event.key];
      const typing = event.target instanceof Element && event.target.closest('form') !== null;
      if (to === undefined || typing) return;
      event.preventDefault();
      send({ kind: 'close', to });
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [send]);
}

const WAYS: Partial<Record<string, -1 | 0 | 1>> = { Escape: 0, ArrowUp: -1, ArrowDown: 1 };
