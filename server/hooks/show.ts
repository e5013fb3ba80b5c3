/** Endpoints as administrators see them, with what they were told last. */
import type { Hook, Delivery as Shown } from '../../lib/contract/hooks.ts';
import type { Db } from '../db/database.ts';
import type { Delivery } from './body.ts';
import type { Endpoint } from './due.ts';

const RECENT = 20;

/** @returns all endpoints of the workspace, the oldest first */
export async function hooksOf(db: Db, wsId: string): Promise<Hook[]> {
  const hooks = await db
    .selectFrom('hook_endpoint')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('created_at')
    .orderBy('hook_id')
    .execute();
  const shown: Hook[] = [];
  for (const hook of hooks) shown.push(await hookOf(db, hook));
  return shown;
}

/** @returns the endpoint of this id, or null */
export async function endpointOf(db: Db, wsId: string, hookId: string): Promise<Endpoint | null> {
  const row = await db
    .selectFrom('hook_endpoint')
    .where('ws_id', '=', wsId)
    .where('hook_id', '=', hookId)
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function hookOf(db: Db, hook: Endpoint): Promise<Hook> {
  const recent = await db
    .selectFrom('hook_delivery')
    .where('ws_id', '=', hook.ws_id)
    .where('hook_id', '=', hook.hook_id)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('delivery_id', 'desc')
    .limit(RECENT)
    .execute();
  return {
    hookId: hook.hook_id,
    url: hook.url,
    topics: hook.topics,
    createdAt: hook.created_at.toISOString(),
    off: hook.off_at && { at: hook.off_at.toISOString(), why: hook.off_why ?? '' },
    recent: recent.map(shownDelivery),
  };
}

export function shownDelivery({
  delivery_id,
  topic,
  at,
  state,
  attempts,
  last,
  next_at,
}: Delivery): Shown {
  return {
    deliveryId: delivery_id,
    topic,
    at: at.toISOString(),
    state,
    attempts,
    last,
    nextAt: next_at?.toISOString() ?? null,
  };
}
