/** Events and traits into their leads: a few leads per transaction, one new score per lead and request. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import type { Lead } from '../leads/follow.ts';
import { type Changed, rescore } from '../leads/rescore.ts';
import { saveLeads } from '../leads/write-lead.ts';
import { insertEvents } from './insert-events.ts';
import { lockLeads } from './lock-leads.ts';
import type { Message } from './message.ts';
import { hear } from './traits.ts';

/** Small enough that somebody who opens a lead on the embedded database does not wait behind a whole import. */
const LEADS_AT_ONCE = 25;
const EVENTS_AT_ONCE = 250;

/** What a request says about one lead. */
export interface LeadNews {
  leadId: string;
  messages: Message[];
}

/** @returns how many events were new; all others were there before */
export async function writeNews(
  store: Store,
  wsId: string,
  news: readonly LeadNews[],
  definition: LeadDefinition,
): Promise<number> {
  let fresh = 0;
  for (const chunk of chunks(news)) {
    const written = await writeChunk(store, wsId, chunk, definition);
    fresh += written.fresh;
    for (const leadId of written.changed) store.watch.changed(wsId, leadId);
  }
  return fresh;
}

async function writeChunk(
  store: Store,
  wsId: string,
  news: readonly LeadNews[],
  definition: LeadDefinition,
): Promise<{ fresh: number; changed: string[] }> {
  const receivedAt = store.now();
  return inTransaction(store.db, async (tx) => {
    const locked = await lockLeads(tx, wsId, news);
    const inserted = await insertEvents(tx, wsId, news, locked, receivedAt);
    const changed = heardLeads(news, locked, inserted.leadIds);
    const standings = await rescore(tx, wsId, changed, definition, receivedAt);
    await saveLeads(
      tx,
      changed.map(({ lead }) => ({ ...lead, ...standings.get(lead.lead_id) })),
      receivedAt,
    );
    return { fresh: inserted.count, changed: changed.map(({ lead }) => lead.lead_id) };
  });
}

/** @returns the leads that have new events or of which something new was said, with what was said in them */
function heardLeads(
  news: readonly LeadNews[],
  locked: ReadonlyMap<string, Lead>,
  withEvents: ReadonlySet<string>,
): Changed[] {
  const changed = new Map<string, Changed>();
  for (const { leadId, messages } of news) {
    const known = locked.get(leadId);
    if (!known) throw new Error('A lead that was looked up is gone.');
    // Two ids of one request may be one lead by now, so the second hears on from the first.
    const earlier = changed.get(known.lead_id);
    const before = earlier?.lead ?? known;
    const after = messages.reduce(hear, before);
    // A first revision was made for this request and has no score yet.
    const isNew = known.rev === 1;
    if (after !== before || isNew || withEvents.has(known.lead_id)) {
      const saidAt = Math.max(earlier?.saidAt ?? 0, ...messages.map(({ at }) => at));
      changed.set(known.lead_id, { lead: after, saidAt });
    }
  }
  return [...changed.values()];
}

function* chunks(news: readonly LeadNews[]): Generator<LeadNews[]> {
  let chunk: LeadNews[] = [];
  let events = 0;
  for (const one of news) {
    chunk.push(one);
    events += one.messages.length;
    if (chunk.length === LEADS_AT_ONCE || events >= EVENTS_AT_ONCE) {
      yield chunk;
      chunk = [];
      events = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
