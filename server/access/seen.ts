/** When a browser was last here, without a write for each of its requests; and that a forgotten one cannot come back. */
import type { Store } from '../http/context.ts';

/** How long a browser may be away when nothing else is set. */
export const IDLE_DAYS = 90;

const HOUR_MS = 3_600_000;

interface Seen {
  created_at: Date;
  seen_at: Date | null;
}

/** @returns whether this browser was away for so long that its token has ended */
export function isIdle(
  { now, idleMs }: Pick<Store, 'now' | 'idleMs'>,
  { created_at, seen_at }: Seen,
): boolean {
  return now() - (seen_at ?? created_at).getTime() > idleMs;
}

/** Writes down the hour, the first time in it. */
export async function noteSeen(
  { db, now }: Pick<Store, 'db' | 'now'>,
  tokenHash: string,
  seenAt: Date | null,
): Promise<void> {
  const hour = new Date(Math.floor(now() / HOUR_MS) * HOUR_MS);
  if (seenAt !== null && seenAt >= hour) return;
  await db
    .updateTable('device')
    .set({ seen_at: hour })
    .where('token_hash', '=', tokenHash)
    .where((eb) => eb.or([eb('seen_at', 'is', null), eb('seen_at', '<', hour)]))
    .execute();
}
