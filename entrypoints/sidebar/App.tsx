/** Wires the sidebar's parts to the screen. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Sidebar } from '../../components/sidebar/Sidebar.tsx';
import { flagSaid, verdictSaid } from '../../components/sidebar/said-words.ts';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { failed } from '../../lib/contract/problem.ts';
import { foreign, type OutboxEntry, type Sender } from '../../lib/feedback/entry.ts';
import { flagItem, realTools, registrationItem, verdictItem } from '../../lib/feedback/items.ts';
import { outboxView, reasonLabel, saidAbout } from '../../lib/feedback/said.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import type { Parts } from './parts.ts';
import { useWish } from './use-wish.ts';

export function App({ parts }: { parts: Parts }) {
  const view = useCell(parts.session.view);
  const events = useCell(parts.events.view);
  const undo = useCell(parts.said.undoable);
  const outbox = useCell(parts.sending.now);
  const me = useCell(parts.connection);
  const side = useCell(parts.side);
  const now = useNow(undo ? 1000 : 30_000);
  const sender = useMemo(() => me && senderOf(me), [me]);
  const items = useSaid(outbox.entries, sender);

  const card = view.is === 'lead' ? view.card : null;
  useWish(card?.leadId ?? null);
  const nobody = async () =>
    failed('not-found', 'There is no lead on this page any more', 'Open it again.');

  return (
    <Sidebar
      state={
        view.is === 'lead'
          ? {
              ...view,
              timeline: events,
              unsent: saidAbout(view.card, items.all, me?.member.name ?? ''),
            }
          : view
      }
      outbox={outboxView(outbox.entries, outbox.lastProblem, sender)}
      undo={undo && undo.leadId === card?.leadId ? undo : null}
      disarmed={null}
      side={side}
      now={now}
      onVerdict={(said) => {
        if (!card) return nobody();
        const label = verdictSaid(said.verdict, reasonLabel(said.reason, card));
        return parts.said.say(verdictItem(card, said, realTools), label);
      }}
      onFlag={({ instead, ...said }) => {
        if (!card) return nobody();
        if (instead) items.takeBack(instead);
        return parts.said.say(flagItem(card, said, realTools), flagSaid(said), instead);
      }}
      onUndo={() => {
        if (undo) items.takeBack(undo.id);
        void parts.said.undo();
      }}
      onRegister={(facts) =>
        view.is === 'unknown' || view.is === 'pageUnreadable'
          ? parts.said.say(registrationItem(view.record, facts, realTools), null)
          : nobody()
      }
      onIdentity={(leadId) => parts.ask('lead.identity', { leadId })}
      onRetry={() => void parts.session.refresh()}
      onLoadMore={parts.events.loadMore}
      onTab={parts.events.choose}
      onKinds={parts.events.narrow}
      onWatch={(on) => {
        if (card)
          void parts.ask('lead.watch', { leadId: card.leadId, on }).then(parts.session.refresh);
      }}
      onClose={() => parts.toScout('close')}
      onDock={() => parts.toScout('dock')}
      onConnect={() => void parts.ask('page.options', { part: 'connection' })}
      onOpenOutbox={() => void parts.ask('page.options', { part: 'outbox' })}
    />
  );
}

/** For this long after it left the outbox a verdict is shown as said, while the card that carries it is on its way. */
const ON_ITS_WAY_MS = 5000;

/**
 * What was said and still waits, and for a moment what has just left: the card that carries it comes a little later,
 * and in between it must not look unsaid. Refused and other people's entries are not said.
 */
function useSaid(entries: OutboxEntry[], sender: Sender | null) {
  const waiting = entries.filter(
    (entry) => entry.state !== 'parked' && foreign(entry, sender) === null,
  );
  const before = useRef<OutboxEntry[]>([]);
  const takenBack = useRef(new Set<string>());
  const [left, setLeft] = useState<readonly FeedbackItem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `waiting` follows from these two
  useEffect(() => {
    const here = new Set(entries.map((entry) => entry.item.id));
    const gone = before.current
      .map((entry) => entry.item)
      .filter(({ id }) => !here.has(id) && !takenBack.current.has(id));
    before.current = waiting;
    if (gone.length === 0) return;
    setLeft((items) => [...items, ...gone]);
    setTimeout(
      () => setLeft((items) => items.filter((item) => !gone.includes(item))),
      ON_ITS_WAY_MS,
    );
  }, [entries, sender]);
  return {
    all: [...left, ...waiting.map((entry) => entry.item)],
    takeBack: (id: string) => takenBack.current.add(id),
  };
}
