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
  const erased = await oldNews(store, wsId, given);
  const messages = erased.size === 0 ? given : given.filter((_, place) => !erased.has(place));
  const definition = await currentDefinition(store.db, wsId);
  const { fresh, left } = await keepAtOnce(store, wsId, messages, definition);
  const slowly = left.length === 0 ? 0 : await keepOneByOne(store, wsId, left, definition);
  const duplicates = messages.filter((message) => message.event).length - fresh - slowly;
  const kept = { accepted: messages.length - duplicates, duplicates, erased: [...erased] };
  store.metrics.kept(kept);
  return kept;
}

/** @returns how many events were new */
async function keepOneByOne(
  store: Store,
  wsId: string,
  messages: readonly Message[],
  definition: LeadDefinition,
): Promise<number> {
  const people = await resolveLeads(
    store,
    wsId,
    messages.map((message) => message.who),
    definition,
  );
  const news = new Map<string, LeadNews>();
  for (const [place, message] of messages.entries()) {
    const { leadId = '', cell = '' } = people[place] ?? {};
    const known = news.get(leadId);
    if (known) known.messages.push({ ...message, cell });
    else news.set(leadId, { leadId, messages: [{ ...message, cell }] });
  }
  return writeNews(store, wsId, [...news.values()], definition);
}
