/** Once a day: events that are older than their kind is kept go, some leads at a time, and those leads are scored again. */
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { dropCounters } from '../leads/counting.ts';
import { currentDefinition } from '../leads/definition.ts';
import { rescore } from '../leads/rescore.ts';
import { saveLeads } from '../leads/write-lead.ts';
import { type Limit, leadsAfter, NIL } from './due.ts';
import { limitsOf } from './retention.ts';
import { sweepInvites } from './sweep-invites.ts';

/** Of most leads nothing is old enough, which their index by time says at once. */
const LEADS_AT_ONCE = 50;
const DAY = 86_400_000;

/** @returns whether all leads have been looked at today */
export async function sweepEvents(
  store: Store,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  const { db } = store;
  const now = store.now();
  const run = await runOf(db, wsId, now);
  if (run.isDone) return true;
  await sweepInvites(db, wsId, now);
  const limits = await limitsOf(db, wsId, now);
  if (limits.length === 0) return finished(db, wsId, now);
  for (let after = run.after; await mayGoOn(); ) {
    const ids = await leadsAfter(db, wsId, after, LEADS_AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) return finished(db, wsId, now);
    const deleted = await sweepAll(store, wsId, ids, limits);
    await db
      .updateTable('retention_run')
      .set((eb) => ({ deleted: eb('deleted', '+', deleted), after_lead: last }))
      .where('ws_id', '=', wsId)
      .execute();
    after = last;
  }
  return false;
}

async function finished(db: Db, wsId: string, now: number): Promise<true> {
  await db
    .updateTable('retention_run')
    .set({ swept_at: new Date(now) })
    .where('ws_id', '=', wsId)
    .execute();
  return true;
}

/** One that is a day old is over, and the next begins at the first lead. */
async function runOf(
  db: Db,
  wsId: string,
  now: number,
): Promise<{ after: string; isDone: boolean }> {
  const row = await db
    .selectFrom('retention_run')
    .where('ws_id', '=', wsId)
    .selectAll()
    .executeTakeFirst();
  const isToday = row && now - row.began_at.getTime() < DAY;
  if (isToday || (row && row.swept_at === null)) {
    return { after: row.after_lead ?? NIL, isDone: row.swept_at !== null };
  }
  const fresh = { began_at: new Date(now), after_lead: null, deleted: 0 };
  await db
    .insertInto('retention_run')
    .values({ ws_id: wsId, ...fresh })
    .onConflict((conflict) => conflict.column('ws_id').doUpdateSet({ ...fresh, swept_at: null }))
    .execute();
  return { after: NIL, isDone: false };
}

/**
 * Those that cannot be scored again keep what they have until the next day's turn, and hold up nobody else.
 *
 * @returns how many events went
 */
async function sweepAll(
  store: Store,
  wsId: string,
  ids: readonly string[],
  limits: readonly Limit[],
): Promise<number> {
  const [first, failed] = await tried(store, wsId, ids, limits);
  if (failed === null) return first;
  let deleted = 0;
  let left = 0;
  for (const id of ids) {
    const [count, again] = await tried(store, wsId, [id], limits);
    deleted += count;
    if (again !== null) left += 1;
  }
  if (left > 0) {
    store.log.error({ err: failed, leads: left }, 'old events of some leads could not be deleted');
    store.metrics.workFailed();
  }
  return deleted;
}

/** @returns how many events went, and what went wrong; a store that stops is nobody's trouble */
async function tried(
  ...of: Parameters<typeof sweepLeads>
): Promise<[deleted: number, failed: unknown]> {
  try {
    return [await sweepLeads(...of), null];
  } catch (error) {
    if (of[0].stopping.aborted) throw error;
    return [0, error];
  }
}

/** @returns how many events went */
async function sweepLeads(
  store: Store,
  wsId: string,
  ids: readonly string[],
  limits: readonly Limit[],
): Promise<number> {
  const now = store.now();
  const touched = await inTransaction(store.db, async (tx) => {
    const old = await tx
      .selectFrom('event')
      .where('lead_id', 'in', [...ids])
      .where('ws_id', '=', wsId)
      .where((eb) =>
        eb.or(limits.map(({ kind, before }) => eb('kind', '=', kind).and('at', '<', before))),
      )
      .groupBy('lead_id')
      .select((eb) => ['lead_id', eb.fn.countAll<number>().as('count')])
      .execute();
    if (old.length === 0) return [];
    const leads = await tx
      .selectFrom('lead')
      .where(
        'lead_id',
        'in',
        old.map(({ lead_id }) => lead_id),
      )
      .where('ws_id', '=', wsId)
      .where('merged_into', 'is', null)
      .selectAll()
      .orderBy('lead_id')
      .forUpdate()
      .execute();
    if (leads.length === 0) return [];
    const { numDeletedRows } = await tx
      .deleteFrom('event')
      .where(
        'lead_id',
        'in',
        leads.map(({ lead_id }) => lead_id),
      )
      .where('ws_id', '=', wsId)
      .where((eb) =>
        eb.or(limits.map(({ kind, before }) => eb('kind', '=', kind).and('at', '<', before))),
      )
      .executeTakeFirst();
    for (const { lead_id } of leads) await dropCounters(tx, wsId, lead_id);
    const definition = await currentDefinition(tx, wsId);
    const changed = leads.map((lead) => ({ lead, saidAt: now, fresh: null }));
    const standings = await rescore(tx, wsId, changed, definition, now);
    await saveLeads(
      tx,
      leads.map((lead) => ({ ...lead, ...standings.get(lead.lead_id) })),
      now,
    );
    return leads.map(({ lead_id }) => ({ lead_id, count: Number(numDeletedRows) }));
  });
  for (const { lead_id } of touched) store.watch.changed(wsId, lead_id);
  return touched[0]?.count ?? 0;
}
