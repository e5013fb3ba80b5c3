/** What the card of a list is made of, wired once per frame. */
import { cardCache } from '../../lib/engagement/cards.ts';
import { openOutbox } from '../../lib/feedback/open-outbox.ts';
import { speaker } from '../../lib/feedback/speaker.ts';
import { type Door, waitAtDoor } from '../../lib/lead/door.ts';
import { frameSight } from '../../lib/lead/frame-sight.ts';
import { rowsSession } from '../../lib/lead/rows.ts';
import { askForCard as ask } from '../../lib/messaging/ask-for-card.ts';
import type { CardToList, ListToCard } from '../../lib/page/list-wire.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { cell } from '../../lib/platform/cell.ts';
import { type Connection, connectionStore } from '../../lib/platform/connection.ts';
import { outboxCell } from '../../lib/sync/outbox-cell.ts';

export type Parts = ReturnType<typeof openParts>;

/** How often it is looked whether a score on screen has become old. */
const TICK_MS = 20_000;

/**
 * Opens stores, waits for the lister's port, and keeps the scores on screen current. Lives as long as the frame.
 *
 * @param language what is said to the page waits for its words
 */
export function openParts(language: Promise<void>) {
  const life = new AbortController();
  const connections = connectionStore();
  const connection = cell<Connection | null>(null);
  const outbox = openOutbox(() => void sending.read());
  const sending = outboxCell(outbox, life.signal);
  let door: Door<CardToList> | null = null;
  const send = (message: CardToList) => door?.send(message);
  const session = rowsSession({ ask, cards: cardCache(), send });
  const sight = frameSight(() => send({ kind: 'look' }), life.signal);
  const said = speaker({
    outbox,
    ask,
    connection: connections.read,
    onChange: async () => {
      await sending.read();
      await announce('outbox').catch(() => undefined);
    },
  });

  const readConnection = async () => connection.set(await connections.read());
  void readConnection();
  onAnnounced('connection', () => void readConnection().then(session.forget), life.signal);

  // What left the outbox has reached the store, and its lead is another one there.
  let waiting = 0;
  sending.now.subscribe(() => {
    const now = sending.now.get().entries.length;
    if (now < waiting) void session.refresh();
    waiting = now;
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') void session.freshen();
  }, TICK_MS);

  waitAtDoor<ListToCard, CardToList>(
    ask,
    (message) => {
      if (message.kind === 'sight') sight.heard(message.clear);
      else void language.then(() => session.hear(message));
    },
    (opened) => {
      door = opened;
    },
  );
  return { ask, connection, sending, session, said, send, sight };
}
