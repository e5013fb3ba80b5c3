/** How long each kind of event is kept, as administrators set it. */
import type { Retention, RetentionAnswer } from '../../lib/contract/privacy.ts';
import { type EventKind, eventKind } from '../../lib/contract/words.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { countDue, type Limit } from './due.ts';

const DAY = 86_400_000;

/** @returns the kinds that are not kept for ever */
export async function limitsOf(db: Db, wsId: string, now: number): Promise<Limit[]> {
  const rows = await db.selectFrom('retention').where('ws_id', '=', wsId).selectAll().execute();
  return rows.map(({ kind, days }) => ({ kind, before: new Date(now - days * DAY) }));
}

/** @returns the settings, and what they would delete today */
export async function retentionOf(
  { db, now }: Pick<Store, 'db' | 'now'>,
  wsId: string,
): Promise<RetentionAnswer> {
  const rows = await db.selectFrom('retention').where('ws_id', '=', wsId).selectAll().execute();
  const set = new Map(rows.map(({ kind, days }) => [kind, days]));
  const run = await db
    .selectFrom('retention_run')
    .where('ws_id', '=', wsId)
    .select('swept_at')
    .executeTakeFirst();
  return {
    days: byKind((kind) => set.get(kind) ?? null),
    ...(await countDue(db, wsId, await limitsOf(db, wsId, now()))),
    sweptAt: run?.swept_at?.toISOString() ?? null,
  };
}

/** Written down with who did it; the next turn of the background work begins at the first lead. */
export async function setRetention(
  store: Store,
  { wsId, member }: Asker,
  { days }: Retention,
): Promise<void> {
  const { memberId } = member;
  await inTransaction(store.db, async (tx) => {
    await tx.deleteFrom('retention').where('ws_id', '=', wsId).execute();
    const rows = eventKind.options.flatMap((kind) => {
      const own = days[kind];
      return own === null || own === undefined ? [] : [{ ws_id: wsId, kind, days: own }];
    });
    if (rows.length > 0) await tx.insertInto('retention').values(rows).execute();
    await tx.deleteFrom('retention_run').where('ws_id', '=', wsId).execute();
    const kept = rows.map((row) => `${row.kind} ${row.days} days`).join(', ');
    const what = kept === '' ? 'everything for ever' : `${kept}; the rest for ever`;
    await writeDown(tx, store, { wsId, memberId, action: 'retention.changed', what });
  });
}

function byKind<T>(valueOfKind: (kind: EventKind) => T): Record<EventKind, T> {
  return Object.fromEntries(eventKind.options.map((kind) => [kind, valueOfKind(kind)])) as Record<
    EventKind,
    T
  >;
}
