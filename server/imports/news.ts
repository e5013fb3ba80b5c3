/** How many rows about people say something new: to be asked before they are written. */
import type { Store } from '../http/context.ts';
import type { Message } from '../ingest/message.ts';
import { resolveLeads } from '../ingest/resolve.ts';
import { hear } from '../ingest/traits.ts';
import { currentDefinition } from '../leads/definition.ts';
import { liveLeads } from '../leads/follow.ts';

/** @returns how many of them make a new lead or change one, each on top of those before it */
export async function newsAbout(
  store: Store,
  wsId: string,
  people: readonly Message[],
): Promise<number> {
  if (people.length === 0) return 0;
  const definition = await currentDefinition(store.db, wsId);
  const who = people.map((message) => message.who);
  const resolved = await resolveLeads(store, wsId, who, definition);
  const leadIds = resolved.map(({ leadId }) => leadId);
  const leads = new Map(await liveLeads(store.db, wsId, [...new Set(leadIds)]));
  let news = 0;
  for (const [place, message] of people.entries()) {
    const leadId = leadIds[place] ?? '';
    const lead = leads.get(leadId);
    if (!lead) continue;
    const heard = hear(lead, message);
    // One of the first revision was made just now, for this very row.
    if (heard !== lead || lead.rev === 1) news += 1;
    leads.set(leadId, { ...heard, rev: Math.max(2, heard.rev) });
  }
  return news;
}
