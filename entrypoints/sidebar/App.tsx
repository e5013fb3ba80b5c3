/** Wires the sidebar's parts to the screen. */
import { useEffect, useMemo, useState } from 'react';
import { Sidebar } from '../../components/sidebar/Sidebar.tsx';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { failed } from '../../lib/contract/problem.ts';
import { flagItem, realTools, registrationItem, verdictItem } from '../../lib/feedback/items.ts';
import { outboxView, reasonLabel, saidAbout } from '../../lib/feedback/said.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import type { Parts } from './parts.ts';
import { verdictLabel } from './words.ts';

export function App({ parts }: { parts: Parts }) {
  const view = useCell(parts.session.view);
  const events = useCell(parts.events.view);
  const undo = useCell(parts.said.undoable);
  const outbox = useCell(parts.sending.now);
  const me = useCell(parts.connection);
  const side = useCell(parts.side);
  const now = useNow(undo ? 1000 : 30_000);
  const items = useSaid(outbox.entries.map((entry) => entry.item));

  const card = view.is === 'lead' ? view.card : null;
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
      outbox={outboxView(outbox.entries, outbox.lastProblem, senderOf(me))}
      undo={undo}
      disarmed={null}
      side={side}
      now={now}
      onVerdict={(said) => {
        if (!card) return nobody();
        const label = verdictLabel(said.verdict, reasonLabel(said.reason, card));
        return parts.said.say(verdictItem(card, said, realTools), label);
      }}
      onFlag={(said) =>
        card ? parts.said.say(flagItem(card, said, realTools), 'Flagged') : nobody()
      }
      onUndo={() => {
        const id = parts.said.undoable.get()?.id;
        void parts.said.undo().then((undone) => undone && id && items.forget(id));
      }}
      onRegister={(facts) =>
        view.is === 'unknown' || view.is === 'pageUnreadable'
          ? parts.said.say(registrationItem(view.record, facts, realTools), null)
          : nobody()
      }
      onRetry={() => void parts.session.refresh()}
      onLoadMore={parts.events.loadMore}
      onFilter={parts.events.choose}
      onClose={() => parts.toScout('close')}
      onDock={() => parts.toScout('dock')}
      onConnect={() => void ask('page.options', { part: 'connection' })}
      onOpenOutbox={() => void ask('page.options', { part: 'outbox' })}
    />
  );
}

/**
 * What was said in this frame, remembered after it left the outbox: the card that carries it comes a moment later,
 * and in between it must not look unsaid.
 */
function useSaid(waiting: FeedbackItem[]) {
  const [remembered, setRemembered] = useState<ReadonlyMap<string, FeedbackItem>>(new Map());
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = waiting.filter((item) => !remembered.has(item.id));
    if (fresh.length > 0) {
      setRemembered(new Map([...remembered, ...fresh.map((item) => [item.id, item] as const)]));
    }
  }, [waiting, remembered]);
  return useMemo(
    () => ({
      all: [...remembered.values()].filter((item) => !dropped.has(item.id)),
      forget: (id: string) => setDropped(new Set([...dropped, id])),
    }),
    [remembered, dropped],
  );
}
