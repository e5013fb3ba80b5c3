/** Invitations that nobody can use any more: who was invited is known by who came. */
import type { Db } from '../db/database.ts';

const KEPT_MS = 30 * 86_400_000;

/** Those that were used, ran out or were taken back a month ago. */
export async function sweepInvites(db: Db, wsId: string, now: number): Promise<void> {
  const before = new Date(now - KEPT_MS);
  await db
    .deleteFrom('invite')
    .where('ws_id', '=', wsId)
    .where((eb) =>
      eb.or([
        eb('used_at', '<', before),
        eb('expires_at', '<', before),
        eb('revoked_at', '<', before),
      ]),
    )
    .execute();
}
