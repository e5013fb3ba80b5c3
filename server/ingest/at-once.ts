/**
 * The usual case in few statements: people whose names mean one lead beyond doubt, events nobody has seen before. Leads are
 * read without being held and written only if none of them has changed meanwhile; whatever turns out otherwise is left for
 * the long way (resolve.ts, write.ts), which can do everything.
 */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { countedLeads } from '../leads/counting.ts';
import { liveCounted } from '../leads/live-counted.ts';
import { awake, noteWoken, type Waking, wokenBySignals } from '../wake/wake.ts';
import { type After, afterNews, fastIn } from './after-news.ts';
import { leadsByIdent } from './claim.ts';
import { claimNew } from './claim-new.ts';
import { leadEventOf } from './insert-events.ts';
import type { Message } from './message.ts';
import { type PlainNews, sortPeople } from './sort-people.ts';
import { turnWith } from './turns.ts';
import { NotAsRead, SeenBefore, writeAll } from './write-all.ts';

/** Somebody who opens a lead on the embedded database waits behind one of these at most. */
const LEADS_AT_ONCE = 100;
const EVENTS_AT_ONCE = 250;
/** Two processes that write to one lead at the same moment: the second looks again. */
const ATTEMPTS = 3;

export interface AtOnce {
  /** How many events were new. */
  fresh: number;
  /** Messages nothing was done with. */
  left: Message[];
}

/** Safe to repeat, and to leave at any point. */
export async function keepAtOnce(
  store: Store,
  wsId: string,
  messages: readonly Message[],
  definition: LeadDefinition,
): Promise<AtOnce> {
  const all: AtOnce = { fresh: 0, left: [] };
  let next: readonly Message[] = messages;
  for (let attempt = 0; attempt < ATTEMPTS && next.length > 0; attempt++) {
    const idents = [...new Set(next.flatMap(({ who }) => who.idents))];
    const ids = await leadsByIdent(store.db, wsId, idents);
    const done = await turnWith(store.db, [...new Set(ids.values())]);
    try {
      const written = await writeNow(store, wsId, next, ids, definition);
      all.fresh += written.fresh;
      all.left.push(...written.left);
      next = written.again;
    } finally {
      done();
    }
  }
  all.left.push(...next);
  return all;
}

interface Written extends AtOnce {
  /** Messages to look at again: somebody else wrote to one of these leads meanwhile. */
  again: Message[];
}

/** @param ids leads by name */
async function writeNow(
  store: Store,
  wsId: string,
  messages: readonly Message[],
  ids: ReadonlyMap<string, string>,
  definition: LeadDefinition,
): Promise<Written> {
  const leads = await liveCounted(
    store.db,
    wsId,
    [...new Set(ids.values())],
    definition,
    countedLeads,
  );
  const made = { wsId, now: store.now(), fresh: store.newId };
  const { plain, left } = sortPeople(messages, { ids, leads }, made);
  const all: Written = { fresh: 0, left, again: [] };
  for (const chunk of chunks(plain)) {
    const written = await writeChunk(store, wsId, chunk, definition);
    all.fresh += written.fresh;
    all.left.push(...written.left);
    all.again.push(...written.again);
  }
  return all;
}

function claimsOf({ lead, claims }: PlainNews): { ident: string; leadId: string }[] {
  return claims.map((ident) => ({ ident, leadId: lead.lead_id }));
}

async function writeChunk(
  store: Store,
  wsId: string,
  chunk: readonly PlainNews[],
  definition: LeadDefinition,
): Promise<Written> {
  const now = store.now();
  const fast = await fastIn(store.db, wsId, chunk);
  const changed: After[] = [];
  const named: PlainNews[] = [];
  const left: Message[] = [];
  for (const news of chunk) {
    const own = fast(news.lead.lead_id);
    const after = own && afterNews(news, own, definition, now);
    if (!after) left.push(...news.messages);
    else if (after.isChanged) changed.push(after);
    if (after && news.isNamed) named.push(news);
  }
  const woken = await wokenAmong(store.db, wsId, changed, definition);
  const written = changed.map((after) => {
    const waking = woken.get(after.lead.lead_id);
    return waking ? { ...after, lead: awake(after.lead, waking.because, now) } : after;
  });
  try {
    await inTransaction(store.db, async (tx) => {
      await claimAll(tx, wsId, chunk);
      await writeAll(tx, wsId, written, definition, now);
      await noteWoken(tx, wsId, woken.values(), now);
    });
  } catch (error) {
    const messages = chunk.flatMap((one) => one.messages);
    if (error instanceof NotAsRead) return { fresh: 0, left: [], again: messages };
    if (error instanceof SeenBefore) return { fresh: 0, left: messages, again: [] };
    throw error;
  }
  for (const { lead } of changed) store.watch.changed(wsId, lead.lead_id);
  await nameAfter(store, wsId, named, left);
  const fresh = changed.reduce((sum, { events }) => sum + events.length, 0);
  return { fresh, left, again: [] };
}

/** Asked without holding the leads: a verdict that comes in between is another revision of its lead, and nothing is written. */
async function wokenAmong(
  db: Db,
  wsId: string,
  changed: readonly After[],
  definition: LeadDefinition,
): Promise<Map<string, Waking>> {
  const stirred = changed.map(({ before, lead, events }) => {
    return { before, after: lead, fresh: events.map(leadEventOf) };
  });
  return wokenBySignals(db, wsId, stirred, definition);
}

/** Names come before leads, for everybody, so that no two requests wait for each other. */
async function claimAll(tx: Db, wsId: string, chunk: readonly PlainNews[]): Promise<void> {
  const claims = chunk.filter(({ isNamed }) => !isNamed).flatMap(claimsOf);
  const mine = await claimNew(tx, wsId, claims);
  if (mine.size < claims.length) throw new NotAsRead();
}

/** An address is taken before its name is claimed: of two people that reach one visitor, one becomes it. */
async function nameAfter(
  store: Store,
  wsId: string,
  named: readonly PlainNews[],
  left: Message[],
): Promise<void> {
  const mine = await claimNew(store.db, wsId, named.flatMap(claimsOf));
  const lost = named.filter(({ claims }) => !claims.every((ident) => mine.has(ident)));
  left.push(...lost.flatMap(({ messages }) => messages));
}

function* chunks(news: readonly PlainNews[]): Generator<PlainNews[]> {
  let chunk: PlainNews[] = [];
  let events = 0;
  // In order, as everybody locks: two requests about the same people must not wait for each other.
  for (const one of news.toSorted((a, b) => (a.lead.lead_id < b.lead.lead_id ? -1 : 1))) {
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
