/** The items of one request: what they say is kept, what cannot be kept goes to the intake, and each costs only itself. */
import type { KnownSource } from '../access/known-sources.ts';
import type { Store } from '../http/context.ts';
import { leadsByIdent } from '../ingest/claim.ts';
import { type Kept, keepMessages } from '../ingest/keep.ts';
import { type Message, minuteOf, readMessage } from '../ingest/message.ts';
import type { RefusedItem } from '../intake/keep.ts';
import { liveLeads } from '../leads/follow.ts';
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
  return { ...kept, refused: await withNames(store, source.wsId, refused) };
}

/** What is about somebody, without those who are nobody here. */
async function withNames<T extends Refusal>(
  store: Store,
  wsId: string,
  refused: readonly T[],
): Promise<T[]> {
  const about = refused.flatMap((one) => one.about ?? []);
  if (about.length === 0) return [...refused];
  const ids = await leadsByIdent(store.db, wsId, about);
  const leads = await liveLeads(store.db, wsId, [...ids.values()]);
  return refused.flatMap((one) => {
    if (one.about === undefined) return [one];
    const known = one.about.flatMap((name) => leads.get(ids.get(name) ?? '') ?? []);
    const who = [...new Set(known.map(({ email, name }) => email ?? name ?? 'a visitor'))];
    return who.length === 0 ? [] : [{ ...one, reason: `${one.reason} Here: ${who.join(', ')}.` }];
  });
}

type Refusal = RefusedItem & { about?: readonly string[] };

interface ReadItem {
  messages: Message[];
  refusal: Refusal | null;
}

function readItem(source: KnownSource, door: Door, item: unknown, receivedAt: number): ReadItem {
  const heard = door.read(item, source);
  if ('notKept' in heard) {
    const { notKept: reason, replayable, about } = heard;
    const refusal = { item, reason, replayable, ...(about === undefined ? {} : { about }) };
    return { messages: [], refusal };
  }
  const { wsId, sourceId, label } = source;
  const common = { wsId, sourceId, source: label, receivedAt, apart: minuteOf(receivedAt) };
  const envelope = { ...common, sentAt: undefined, type: null };
  const read = heard.map(({ message, names, idsOf }) => {
    return readMessage(
      message,
      idsOf === undefined ? envelope : { ...envelope, sourceId: idsOf },
      names,
    );
  });
  const bad = read.find((one) => !one.ok);
  return {
    messages: read.flatMap((one) => (one.ok ? [one.message] : [])),
    refusal: bad && !bad.ok ? { item, reason: bad.reason, replayable: true } : null,
  };
}
