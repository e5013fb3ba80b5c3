/** What nobody dealt with goes after 30 days, and what is too much at once goes sooner, the oldest first. */
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';

const KEPT_MS = 30 * 86_400_000;
/** Of one workspace. */
const MOST = 10_000;
const AT_ONCE = 1000;

/** @returns once nothing is left to remove, or it may not go on */
export async function sweepIntake(
  store: Store,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<void> {
  const { db } = store;
  const before = new Date(store.now() - KEPT_MS);
  while (await mayGoOn()) {
    const old = await oldest(db, wsId, before);
    if (old.length === 0) return;
    await db.deleteFrom('intake').where('ws_id', '=', wsId).where('intake_id', 'in', old).execute();
  }
}

async function oldest(db: Db, wsId: string, before: Date): Promise<string[]> {
  const old = await db
    .selectFrom('intake')
    .where('ws_id', '=', wsId)
    .where('at', '<', before)
    .select('intake_id')
    .limit(AT_ONCE)
    .execute();
  if (old.length > 0) return old.map((row) => row.intake_id);
  const { all } = await db
    .selectFrom('intake')
    .where('ws_id', '=', wsId)
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  if (Number(all) <= MOST) return [];
  const first = await db
    .selectFrom('intake')
    .where('ws_id', '=', wsId)
    .select('intake_id')
    .orderBy('at')
    .orderBy('intake_id')
    .limit(Math.min(AT_ONCE, Number(all) - MOST))
    .execute();
  return first.map((row) => row.intake_id);
}
