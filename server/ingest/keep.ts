/** What all doors end in: messages, whoever brought them, become events and facts of the right leads. */
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import type { Message } from './message.ts';
import { resolveLeads } from './resolve.ts';
import { type LeadNews, writeNews } from './write.ts';

export interface Kept {
  /** New events, and messages that only say something about a person. */
  accepted: number;
  /** Events that were there before. */
  duplicates: number;
}

/** Safe to repeat: what is there already changes nothing. */
export async function keepMessages(
  store: Store,
  wsId: string,
  messages: readonly Message[],
): Promise<Kept> {
  if (messages.length === 0) return { accepted: 0, duplicates: 0 };
  const definition = await currentDefinition(store.db, wsId);
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
  const fresh = await writeNews(store, wsId, [...news.values()], definition);
  const duplicates = messages.filter((message) => message.event).length - fresh;
  return { accepted: messages.length - duplicates, duplicates };
}
