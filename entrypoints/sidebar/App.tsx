/** Wires the sidebar's parts to the screen. */
import { useEffect, useMemo, useState } from 'react';
import { NotesAllowed } from '../../components/sidebar/notes.ts';
import { Sidebar } from '../../components/sidebar/Sidebar.tsx';
import { flagSaid, verdictSaid } from '../../components/sidebar/said-words.ts';
import { failed } from '../../lib/contract/problem.ts';
import { flagItem, realTools, registrationItem, verdictItem } from '../../lib/feedback/items.ts';
import { outboxView, reasonLabel, saidAbout } from '../../lib/feedback/said.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { managedNow, onManaged } from '../../lib/platform/managed.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import type { Parts } from './parts.ts';
import { useFirstPainted } from './use-first-painted.ts';
import { useSaid } from './use-said.ts';
import { useSight } from './use-sight.ts';
import { useWish } from './use-wish.ts';

export function App({ parts }: { parts: Parts }) {
  const view = useCell(parts.session.view);
  const events = useCell(parts.events.view);
  const undo = useCell(parts.said.undoable);
  const outbox = useCell(parts.sending.now);
  const me = useCell(parts.connection);
  const side = useCell(parts.side);
  const shown = useCell(parts.shown);
  const now = useNow(undo ? 1000 : 30_000);
  const sender = useMemo(() => me && senderOf(me), [me]);
  const { disarmed, ifSeen, doIfSeen } = useSight(parts.sight);
  const items = useSaid(outbox.entries, sender);
  const mayWrite = useMayWrite();

  const card = view.is === 'lead' ? view.card : null;
  const painted = useFirstPainted(card !== null);
  useWish(shown ? (card?.leadId ?? null) : null, parts.sight);
  const nobody = async () =>
    failed('not-found', 'There is no lead on this page any more', 'Open it again.');

  return (
    <NotesAllowed value={mayWrite}>
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
        outbox={outboxView(outbox, sender)}
        undo={undo && undo.leadId === card?.leadId ? undo : null}
        disarmed={disarmed}
        side={side}
        now={now}
        rest={painted}
        onVerdict={(said) => {
          if (!card) return nobody();
          const label = verdictSaid(said.verdict, reasonLabel(said.reason, card));
          return ifSeen(() => parts.said.say(verdictItem(card, said, realTools), label));
        }}
        onFlag={({ instead, ...said }) => {
          if (!card) return nobody();
          return ifSeen(() => {
            if (instead) items.takeBack(instead);
            return parts.said.say(flagItem(card, said, realTools), flagSaid(said), instead);
          });
        }}
        onUndo={() =>
          doIfSeen(() => {
            if (undo) items.takeBack(undo.id);
            void parts.said.undo();
          })
        }
        onRegister={(facts) =>
          view.is === 'unknown' || view.is === 'pageUnreadable'
            ? ifSeen(() => parts.said.say(registrationItem(view.record, facts, realTools), null))
            : nobody()
        }
        onIdentity={(leadId) => parts.ask('lead.identity', { leadId })}
        onRetry={() => void parts.session.refresh()}
        onLoadMore={parts.events.loadMore}
        onTab={parts.events.choose}
        onKinds={parts.events.narrow}
        onWatch={(on) => {
          if (!card) return;
          const { leadId } = card;
          doIfSeen(() => void parts.ask('lead.watch', { leadId, on }).then(parts.session.refresh));
        }}
        onClose={() => parts.toScout('close')}
        onDock={() => parts.toScout('dock')}
        onConnect={() => void parts.ask('page.options', { part: 'connection' })}
        onOpenOutbox={() => void parts.ask('page.options', { part: 'outbox' })}
      />
    </NotesAllowed>
  );
}

/** Whether the organisation lets people write notes; yes, until it is known. */
function useMayWrite(): boolean {
  const [may, setMay] = useState(true);
  useEffect(() => {
    const look = () => void managedNow().then(({ notes }) => setMay(notes !== 'off'));
    look();
    return onManaged(look);
  }, []);
  return may;
}
