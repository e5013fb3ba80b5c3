/** How many events are older than their kind is kept, as far as that can be told while somebody waits. */
import type { EventKind } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';

/** A kind, and the time before which its events go. */
export interface Limit {
  kind: EventKind;
  before: Date;
}

/** Where counting stops. */
export interface Most {
  events: number;
  leads: number;
}

const MOST: Most = { events: 10_000, leads: 5_000 };
const LEADS_AT_ONCE = 500;
/** Before all others. */
export const NIL = '00000000-0000-0000-0000-000000000000';

export interface Due {
  due: number;
  /** There may be more: not everything was looked at. */
  atLeast?: true;
}

/** Lead by lead, whose index by time says at once that nothing is old; there is none by kind and time for all of a workspace. */
export async function countDue(
  db: Db,
  wsId: string,
  limits: readonly Limit[],
  most: Most = MOST,
): Promise<Due> {
  if (limits.length === 0) return { due: 0 };
  let due = 0;
  let after = NIL;
  for (let left = most.leads; left > 0; ) {
    const ids = await leadsAfter(db, wsId, after, Math.min(left, LEADS_AT_ONCE));
    const last = ids.at(-1);
    if (last === undefined) return { due };
    // One more than is said, so that exactly as many are not called at least as many.
    due += await countOld(db, wsId, ids, limits, most.events + 1 - due);
    if (due > most.events) return { due: most.events, atLeast: true };
    after = last;
    left -= ids.length;
  }
  const [more] = await leadsAfter(db, wsId, after, 1);
  return more === undefined ? { due } : { due, atLeast: true };
}

/** @returns leads that are themselves, in the order of their ids */
export async function leadsAfter(
  db: Db,
  wsId: string,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('lead')
    .where('lead_id', '>', after)
    .where('ws_id', '=', wsId)
    .where('merged_into', 'is', null)
    .select('lead_id')
    .orderBy('lead_id')
    .limit(most)
    .execute();
  return rows.map(({ lead_id }) => lead_id);
}

async function countOld(
  db: Db,
  wsId: string,
  ids: readonly string[],
  limits: readonly Limit[],
  most: number,
): Promise<number> {
  const latest = new Date(Math.max(...limits.map(({ before }) => before.getTime())));
  const old = db
    .selectFrom('event')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .where('at', '<', latest)
    .where((eb) =>
      eb.or(limits.map(({ kind, before }) => eb('kind', '=', kind).and('at', '<', before))),
    )
    .select('event_id')
    .limit(most);
  const { count } = await db
    .selectFrom(old.as('old'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
