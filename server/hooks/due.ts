/** Which messages are to be sent now, and taking them so that no other process sends them at the same time. */
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { HookEndpointTable } from '../db/schema-out.ts';
import type { Delivery } from './body.ts';

export type Endpoint = Selectable<HookEndpointTable>;

/** Longer than an attempt takes. Whoever took one and died has not noted what became of it: it is sent again. */
const TAKEN_MS = 30_000;

/** @returns endpoints that something is due for; few, as endpoints are few */
export async function endpointsWithWork(db: Db, now: number): Promise<Endpoint[]> {
  const hooks = await db
    .selectFrom('hook_endpoint')
    .where('off_at', 'is', null)
    .selectAll()
    .orderBy('hook_id')
    .execute();
  const due: Endpoint[] = [];
  for (const hook of hooks) {
    const [one] = await dueOf(db, hook, now, 1);
    if (one !== undefined) due.push(hook);
  }
  return due;
}

/**
 * The row itself is the lock: it is due again half a minute from now, so that it is either noted or sent once more.
 *
 * @returns at most so many, oldest first, which nobody else has taken
 */
export async function takeDue(
  db: Db,
  hook: Endpoint,
  now: number,
  most: number,
): Promise<Delivery[]> {
  const taken: Delivery[] = [];
  for (const { delivery_id } of await dueOf(db, hook, now, most)) {
    const row = await db
      .updateTable('hook_delivery')
      .set({ next_at: new Date(now + TAKEN_MS) })
      .where('delivery_id', '=', delivery_id)
      .where('ws_id', '=', hook.ws_id)
      .where('state', '=', 'waiting')
      .where('next_at', '<=', new Date(now))
      .returningAll()
      .executeTakeFirst();
    if (row) taken.push(row);
  }
  return taken;
}

function dueOf(db: Db, { ws_id, hook_id }: Endpoint, now: number, most: number) {
  return db
    .selectFrom('hook_delivery')
    .where('ws_id', '=', ws_id)
    .where('hook_id', '=', hook_id)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', new Date(now))
    .select('delivery_id')
    .orderBy('next_at')
    .limit(most)
    .execute();
}
