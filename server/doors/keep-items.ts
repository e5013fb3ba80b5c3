/** The items of one request: what they say is kept, what cannot be kept goes to the intake, and each costs only itself. */
import type { KnownSource } from '../access/known-sources.ts';
import type { Store } from '../http/context.ts';
import { type Kept, keepMessages } from '../ingest/keep.ts';
import { type Message, readMessage } from '../ingest/message.ts';
import type { RefusedItem } from '../intake/keep.ts';
import type { Door } from './door.ts';

export interface KeptItems extends Kept {
  /** With the place of the item in the request. */
  refused: (RefusedItem & { index: number })[];
}

/**
 * @param receivedAt when the items came, which is earlier than now when they are tried again
 * @returns what became of them; the refused ones are not in the intake yet
 */
export async function keepItems(
  store: Store,
  source: KnownSource,
  door: Door,
  items: readonly unknown[],
  receivedAt: number,
): Promise<KeptItems> {
  const read = items.map((item) => readItem(source, door, item, receivedAt));
  const good = read.flatMap(({ messages }) => messages);
  const refused = read.flatMap(({ refusal }, index) => (refusal ? [{ ...refusal, index }] : []));
  const kept = await keepMessages(store, source.wsId, good);
  return { ...kept, refused };
}

interface ReadItem {
  messages: Message[];
  refusal: RefusedItem | null;
}

function readItem(source: KnownSource, door: Door, item: unknown, receivedAt: number): ReadItem {
  const heard = door.read(item, source);
  if ('notKept' in heard) {
    const { notKept: reason, replayable } = heard;
    return { messages: [], refusal: { item, reason, replayable } };
  }
  const { wsId, sourceId, label } = source;
  const envelope = { wsId, sourceId, source: label, sentAt: undefined, receivedAt, type: null };
  const read = heard.map(({ message, names }) => readMessage(message, envelope, names));
  const bad = read.find((one) => !one.ok);
  return {
    messages: read.flatMap((one) => (one.ok ? [one.message] : [])),
    refusal: bad && !bad.ok ? { item, reason: bad.reason, replayable: true } : null,
  };
}
