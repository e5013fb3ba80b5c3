/** What the sidebar is made of, wired once per frame. */
import { cardCache } from '../../lib/engagement/cards.ts';
import { timeline } from '../../lib/engagement/timeline.ts';
import { createOutbox } from '../../lib/feedback/outbox.ts';
import { speaker } from '../../lib/feedback/speaker.ts';
import { type Door, waitAtDoor } from '../../lib/lead/door.ts';
import { keepLive } from '../../lib/lead/live.ts';
import { leadSession } from '../../lib/lead/session.ts';
import { ask } from '../../lib/messaging/ask.ts';
import type { FrameToScout, ScoutToFrame, Side } from '../../lib/page/wire.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { cell } from '../../lib/platform/cell.ts';
import { type Connection, connectionStore } from '../../lib/platform/connection.ts';
import { strictStore } from '../../lib/platform/strict-store.ts';
import { createClient } from '../../lib/sync/client.ts';
import { outboxCell } from '../../lib/sync/outbox-cell.ts';

export type Parts = ReturnType<typeof openParts>;

/** Opens stores, waits for the scout's port, and keeps the card on screen current. Lives as long as the frame. */
export function openParts() {
  const life = new AbortController();
  const connections = connectionStore();
  const connection = cell<Connection | null>(null);
  const side = cell<Side>('right');
  const shown = cell(true);
  const outbox = createOutbox({ use: strictStore('truce-outbox') });
  const sending = outboxCell(outbox, life.signal);
  const session = leadSession({ ask, cards: cardCache() });
  const events = timeline(ask);
  const said = speaker({
    outbox,
    ask,
    connection: connections.read,
    onChange: async () => {
      await sending.read();
      await announce('outbox').catch(() => undefined);
    },
  });
  let door: Door<FrameToScout> | null = null;

  const readConnection = async () => connection.set(await connections.read());
  void readConnection();
  onAnnounced('connection', () => void readConnection().then(session.refresh), life.signal);

  // Something was sent: a lead registered here may be known now, and a store that was silent may be back.
  const ownLead = () => {
    const view = session.view.get();
    if (view.is !== 'lead' || view.stale?.problem) void session.refresh();
  };
  onAnnounced('outbox', ownLead, life.signal);

  session.view.subscribe(() => {
    const view = session.view.get();
    if (view.is === 'lead') events.take(view.card);
    if (view.is !== 'skeleton') door?.send({ kind: 'painted' });
  });
  keepLive({
    session,
    shown,
    document,
    client: async () => {
      const now = await connections.read();
      return now && !now.refused ? createClient(now) : null;
    },
  });
  waitAtDoor<ScoutToFrame, FrameToScout>(
    ask,
    (message) => {
      if (message.kind === 'seen') session.see(message.seen);
      else {
        side.set(message.side);
        shown.set(message.shown);
      }
    },
    (opened) => {
      door = opened;
    },
  );

  return {
    connection,
    side,
    session,
    events,
    said,
    sending,
    toScout: (kind: 'close' | 'dock') => door?.send({ kind }),
  };
}
