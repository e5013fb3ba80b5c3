/** What the sidebar is made of, wired once per frame. */
import { recordKey } from '../../lib/contract/record-key.ts';
import { cardMemory } from '../../lib/engagement/card-memory.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { looks } from '../../lib/engagement/looked.ts';
import { timeline } from '../../lib/engagement/timeline.ts';
import { openOutbox } from '../../lib/feedback/open-outbox.ts';
import { type Speaker, speaker } from '../../lib/feedback/speaker.ts';
import { tabFaceOf } from '../../lib/lead/faces.ts';
import type { FrameSight } from '../../lib/lead/frame-sight.ts';
import { keepLive } from '../../lib/lead/live.ts';
import { noteLooks } from '../../lib/lead/looking.ts';
import { ALWAYS_SEEN, type PlainSight } from '../../lib/lead/plain-sight.ts';
import { type LeadSession, leadSession } from '../../lib/lead/session.ts';
import type { Source } from '../../lib/lead/source.ts';
import { watchTyping } from '../../lib/lead/typing.ts';
import type { Ask } from '../../lib/messaging/ask.ts';
import type { Side } from '../../lib/page/wire.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { cell } from '../../lib/platform/cell.ts';
import { type Connection, connectionStore } from '../../lib/platform/connection.ts';
import { changesClient } from '../../lib/sync/changes-client.ts';
import { outboxCell } from '../../lib/sync/outbox-cell.ts';

export type Parts = ReturnType<typeof openParts>;

export interface PartsOptions {
  /** Where records come from: the scout around the frame, or the tab in front of the browser's own panel. */
  source: Source;
  ask: Ask;
  /** Which lead is shown, when it is not the one that belongs to the record. */
  session?: LeadSession;
  /** Whether what is pressed was to be seen, where a page holds the frame. Gets what asks the page's part; `heard` gets its answers. */
  sight?: (look: () => void, signal: AbortSignal) => FrameSight;
  /** Who keeps what is said, when it is not the outbox. */
  said?: Speaker;
}

/** Opens stores, hears of records, and keeps the card on screen current. Lives as long as the page. */
export function openParts({ source, ask, ...given }: PartsOptions) {
  const life = new AbortController();
  const connections = connectionStore();
  const connection = cell<Connection | null>(null);
  const side = cell<Side | null>(null);
  const shown = cell(true);
  const outbox = openOutbox(() => void sending.read());
  const sending = outboxCell(outbox, life.signal);
  const memory = cardMemory();
  const session = given.session ?? leadSession({ ask, cards: cardCache(), memory });
  const events = timeline(ask);
  const said =
    given.said ??
    speaker({
      outbox,
      ask,
      connection: connections.read,
      onChange: async () => {
        await sending.read();
        await announce('outbox').catch(() => undefined);
      },
    });
  /** Of which record what is on screen is, by its key. */
  let of = '';
  // What waits may have been saved where nobody could be asked to send it: in a page from before an update.
  let reminded = false;
  const remind = () => {
    if (reminded || of === '' || sending.now.get().entries.length === 0) return;
    reminded = true;
    void ask('outbox.drain', {});
  };
  sending.now.subscribe(remind);

  // A source may speak before it has answered: nothing below is there yet.
  const tell = source((message) => {
    if (message.kind === 'seen') {
      of = message.seen ? recordKey(message.seen.record) : '';
      session.see(message.seen);
      remind();
    } else if (message.kind === 'sight') {
      held?.heard(message.clear);
    } else {
      side.set(message.side);
      shown.set(message.shown);
    }
  });

  const held = given.sight?.(() => tell({ kind: 'look' }), life.signal);
  const sight: PlainSight = held ?? ALWAYS_SEEN;
  // Collapsed is not hidden by the page.
  shown.subscribe(() => shown.get() || sight.rest());

  watchTyping(document, (is) => tell({ kind: 'typing', is }), life.signal);

  const readConnection = async () => connection.set(await connections.read());
  void readConnection();
  const connectedAnew = () => {
    memory.clear();
    void readConnection().then(session.refresh);
  };
  onAnnounced('connection', connectedAnew, life.signal);

  // Something was sent: a lead registered here may be known now, and a store that was silent may be back.
  const ownLead = () => {
    const view = session.view.get();
    if (view.is !== 'lead' || view.stale?.problem) void session.refresh();
  };
  onAnnounced('outbox', ownLead, life.signal);

  session.view.subscribe(() => {
    const view = session.view.get();
    if (view.is === 'lead') events.take(view.card);
    if (view.is !== 'skeleton') tell({ kind: 'painted' });
    tell({ kind: 'face', of, face: view.is === 'lead' ? tabFaceOf(view.card) : null });
  });
  noteLooks({ session, looks: looks(), shown, document });
  keepLive({
    session,
    shown,
    document,
    client: async () => {
      const now = await connections.read();
      return now && !now.refused ? changesClient(now) : null;
    },
  });

  return {
    ask,
    connection,
    side,
    shown,
    session,
    events,
    said,
    sending,
    sight,
    toScout: (kind: 'close' | 'dock') => tell({ kind }),
  };
}
