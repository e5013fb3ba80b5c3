/** What all doors end in: messages, whoever brought them, become events and facts of the right leads. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { oldNews } from '../privacy/old-news.ts';
import { keepAtOnce } from './at-once.ts';
import type { Message } from './message.ts';
import { resolveLeads } from './resolve.ts';
import { type LeadNews, writeNews } from './write.ts';

export interface Kept {
  /** New events, and messages that only say something about a person. */
  accepted: number;
  /** Events that were there before. */
  duplicates: number;
  /** The places of messages from before somebody was erased, which are not kept (`ERASED` says so in words). */
  erased: readonly number[];
}

/** Safe to repeat: what is there already changes nothing. */
export async function keepMessages(
  store: Store,
  wsId: string,
  given: readonly Message[],
): Promise<Kept> {
  if (given.length === 0) return { accepted: 0, duplicates: 0, erased: [] };
  const old = await oldNews(store, wsId, given);
  const messages = old.size === 0 ? given : given.filter((_, place) => !old.has(place));
  const definition = await currentDefinition(store.db, wsId);
  const { fresh, left } = await keepAtOnce(store, wsId, messages, definition);
  const slowly = await keepOneByOne(store, wsId, left, definition);
  const erased = given.flatMap((message, place) =>
    old.has(place) || slowly.erased.has(message) ? [place] : [],
  );
  const events = messages.filter((message) => message.event && !slowly.erased.has(message));
  const duplicates = events.length - fresh - slowly.fresh;
  const kept = { accepted: given.length - erased.length - duplicates, duplicates, erased };
  store.metrics.kept(kept);
  return kept;
}

interface Slowly {
  /** How many events were new. */
  fresh: number;
  /** From before somebody was erased who was there when this began. */
  erased: Set<Message>;
}

/** Whoever is erased in the middle of it is looked up again: what is newer than that begins somebody anew. */
async function keepOneByOne(
  store: Store,
  wsId: string,
  messages: readonly Message[],
  definition: LeadDefinition,
): Promise<Slowly> {
  const slowly: Slowly = { fresh: 0, erased: new Set() };
  for (let left = messages; left.length > 0; ) {
    const { news, given } = await newsIn(store, wsId, left, definition);
    const { fresh, gone } = await writeNews(store, wsId, news, definition);
    slowly.fresh += fresh;
    if (gone.length === 0) break;
    const again = gone.flatMap((message) => given.get(message) ?? []);
    const old = await oldNews(store, wsId, again);
    for (const [place, message] of again.entries()) if (old.has(place)) slowly.erased.add(message);
    left = again.filter((message) => !slowly.erased.has(message));
  }
  return slowly;
}

/** @returns what is said of which lead, and for each message in it the one it was made of */
async function newsIn(
  store: Store,
  wsId: string,
  messages: readonly Message[],
  definition: LeadDefinition,
): Promise<{ news: LeadNews[]; given: Map<Message, Message> }> {
  const people = await resolveLeads(
    store,
    wsId,
    messages.map((message) => message.who),
    definition,
  );
  const news = new Map<string, LeadNews>();
  const given = new Map<Message, Message>();
  for (const [place, message] of messages.entries()) {
    const { leadId = '', cell = '' } = people[place] ?? {};
    const own = { ...message, cell };
    given.set(own, message);
    const known = news.get(leadId);
    if (known) known.messages.push(own);
    else news.set(leadId, { leadId, messages: [own] });
  }
  return { news: [...news.values()], given };
}
