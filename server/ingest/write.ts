/** Events and traits into their leads: a few leads per transaction, one new score per lead and request. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { type Lead, liveLeads } from '../leads/follow.ts';
import { type Changed, rescore } from '../leads/rescore.ts';
import type { LeadEvent } from '../leads/scored-events.ts';
import { afterOutcomes } from '../leads/stage.ts';
import { saveStirred } from '../wake/save-stirred.ts';
import { type Hearing, openHearing } from './hearing.ts';
import { insertEvents } from './insert-events.ts';
import { lockLeads } from './lock-leads.ts';
import type { Message } from './message.ts';

/** Small enough that somebody who opens a lead on the embedded database does not wait behind a whole import. */
const LEADS_AT_ONCE = 25;
const EVENTS_AT_ONCE = 250;

/** What a request says about one lead. */
export interface LeadNews {
  leadId: string;
  messages: Message[];
}

export interface News {
  /** How many events were new; all others were there before. */
  fresh: number;
  /** Whom these were about was erased since it was looked up: nothing was done with them. */
  gone: Message[];
}

export async function writeNews(
  store: Store,
  wsId: string,
  news: readonly LeadNews[],
  definition: LeadDefinition,
): Promise<News> {
  const all: News = { fresh: 0, gone: [] };
  for (const chunk of chunks(news)) {
    const written = await writeChunk(store, wsId, chunk, definition);
    all.fresh += written.fresh;
    all.gone.push(...written.gone);
    for (const leadId of written.changed) store.watch.changed(wsId, leadId);
  }
  return all;
}

interface Written {
  fresh: number;
  changed: string[];
}

/** Leads may be merged or taken apart between being looked up and being locked; then what is said goes where its name went. */
async function writeChunk(
  store: Store,
  wsId: string,
  chunk: readonly LeadNews[],
  definition: LeadDefinition,
): Promise<Written & News> {
  const gone: Message[] = [];
  for (let news: readonly LeadNews[] = chunk; ; ) {
    const written = await tryChunk(store, wsId, news, definition);
    if (written) return { ...written, gone };
    const after = await lookedUpAgain(store, wsId, news);
    news = after.news;
    gone.push(...after.gone);
  }
}

/** @returns null when one of the leads is not live any more */
async function tryChunk(
  store: Store,
  wsId: string,
  news: readonly LeadNews[],
  definition: LeadDefinition,
): Promise<Written | null> {
  if (news.length === 0) return { fresh: 0, changed: [] };
  const receivedAt = store.now();
  return inTransaction(store.db, async (tx) => {
    const ids = news.map(({ leadId }) => leadId);
    const locked = await lockLeads(tx, wsId, ids);
    const hearing = locked && (await openHearing(tx, wsId, news, locked));
    if (!locked || !hearing) return null;
    const inserted = await insertEvents(tx, wsId, news, receivedAt);
    const changed = await afterOutcomes(tx, wsId, heardLeads(news, locked, inserted, hearing));
    const standings = await rescore(tx, wsId, changed, definition, receivedAt);
    const leads = changed.map(({ lead }) => ({ ...lead, ...standings.get(lead.lead_id) }));
    await saveStirred(tx, wsId, { was: locked, leads, fresh: inserted, definition }, receivedAt);
    await hearing.save();
    const fresh = [...inserted.values()].reduce((sum, events) => sum + events.length, 0);
    return { fresh, changed: changed.map(({ lead }) => lead.lead_id) };
  });
}

/** @returns what is said by the leads it is about now, and what was said of somebody who is gone */
async function lookedUpAgain(
  store: Store,
  wsId: string,
  news: readonly LeadNews[],
): Promise<{ news: LeadNews[]; gone: Message[] }> {
  const said = news.flatMap(({ leadId, messages }) =>
    messages.map((message) => ({ message, cell: message.cell ?? leadId })),
  );
  const live = await liveLeads(
    store.db,
    wsId,
    said.map(({ cell }) => cell),
  );
  const byLead = Map.groupBy(said, ({ cell }) => live.get(cell)?.lead_id ?? null);
  const messagesOf = (own: typeof said = []) => own.map(({ message }) => message);
  const gone = messagesOf(byLead.get(null));
  const redirected = [...byLead].flatMap(([leadId, own]) =>
    leadId === null ? [] : [{ leadId, messages: messagesOf(own) }],
  );
  return { news: redirected, gone };
}

/** @returns the leads that have new events or of which something new was said, with what was said in them */
function heardLeads(
  news: readonly LeadNews[],
  locked: ReadonlyMap<string, Lead>,
  inserted: ReadonlyMap<string, readonly LeadEvent[]>,
  hearing: Hearing,
): Changed[] {
  return news.flatMap(({ leadId, messages }) => {
    const known = locked.get(leadId);
    if (!known) return [];
    const lead = hearing.hear(known, messages);
    // A first revision was made for this request and has no score yet.
    const isNew = known.rev === 1;
    const fresh = inserted.get(leadId) ?? [];
    if (lead === known && !isNew && fresh.length === 0) return [];
    return [{ lead, saidAt: Math.max(...messages.map(({ at }) => at)), fresh }];
  });
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
