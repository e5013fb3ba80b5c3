/**
 * server/privacy: what a person may ask for, and how long things are kept.
 *
 * In: a request to find, export or erase one person; days per kind of event. Out: one file with everything about them; or a
 * store that knows nothing of them and goes on knowing nothing when old events arrive again, while figures stay what they were.
 * This file: who was erased, as marks that only this store can make.
 */
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';

type Needs = Pick<Store, 'db' | 'seal'>;

/** A keyed hash: without the store's key nobody can try addresses until one fits. */
function markOf({ seal }: Pick<Store, 'seal'>, wsId: string, ident: string): string {
  return seal.mark(`${wsId} ${ident}`);
}

/** From now on nothing from before counts under these names. */
export async function markErased(
  tx: Db,
  store: Pick<Store, 'seal'>,
  wsId: string,
  idents: readonly string[],
  at: Date,
): Promise<void> {
  const hashes = idents.map((ident) => markOf(store, wsId, ident)).sort();
  if (hashes.length === 0) return;
  await tx
    .insertInto('erased')
    .values(hashes.map((name_hash) => ({ name_hash, ws_id: wsId, erased_at: at })))
    .onConflict((conflict) =>
      conflict.columns(['name_hash', 'ws_id']).doUpdateSet({ erased_at: at }),
    )
    .execute();
}

/** @returns when each of these names was erased, by name; the others are missing */
export async function erasedAmong(
  store: Needs,
  wsId: string,
  idents: readonly string[],
): Promise<Map<string, number>> {
  const byHash = new Map(idents.map((ident) => [markOf(store, wsId, ident), ident]));
  const found = new Map<string, number>();
  if (byHash.size === 0) return found;
  const rows = await store.db
    .selectFrom('erased')
    .where('name_hash', 'in', [...byHash.keys()])
    .where('ws_id', '=', wsId)
    .select(['name_hash', 'erased_at'])
    .execute();
  for (const { name_hash, erased_at } of rows) {
    const ident = byHash.get(name_hash);
    if (ident !== undefined) found.set(ident, erased_at.getTime());
  }
  return found;
}

/** What is told of erasures in other processes may be this old; again.ts looks after what slips in meanwhile. */
const GOOD_FOR_MS = 10_000;

interface Latest {
  /** Null: nobody was ever erased here. */
  at: number | null;
  readAt: number;
}

const latest = new WeakMap<Db, Map<string, Latest>>();

/**
 * Asked for every batch, and a question to the database only every ten seconds: what happened after the latest erasure is
 * nobody's who was erased.
 *
 * @returns when somebody was last erased in this workspace; null when nobody was
 */
export async function latestErasure(db: Db, wsId: string): Promise<number | null> {
  const all = latest.get(db) ?? new Map<string, Latest>();
  latest.set(db, all);
  const known = all.get(wsId);
  if (known && performance.now() - known.readAt < GOOD_FOR_MS) return known.at;
  const readAt = performance.now();
  const row = await db
    .selectFrom('erasure')
    .where('ws_id', '=', wsId)
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const at = row?.at.getTime() ?? null;
  all.set(wsId, { at, readAt });
  return at;
}

/** To be called when somebody has been erased here: in this process it is known at once. */
export function forgetLatest(db: Db, wsId: string): void {
  latest.get(db)?.delete(wsId);
}
