/** Somebody who was invited by their address and signs on instead of entering the code: the invitation is used up by that. */
import type { Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';

export interface Invited {
  name: string;
  role: Role;
}

/** @returns the workspaces in which an invitation to this address waits */
export async function inviting(tx: Db, address: string, now: Date): Promise<string[]> {
  const rows = await waiting(tx, address, now).select('ws_id').distinct().execute();
  return rows.map(({ ws_id }) => ws_id);
}

/** Uses all that wait up, so that none is left to come in by once more; what the newest says, counts. */
export async function takeInvite(
  tx: Db,
  wsId: string,
  address: string,
  now: Date,
): Promise<Invited | null> {
  const rows = await waiting(tx, address, now)
    .where('ws_id', '=', wsId)
    .select(['code_hash', 'name', 'role'])
    .orderBy('created_at', 'desc')
    .execute();
  const [newest] = rows;
  if (!newest) return null;
  const hashes = rows.map(({ code_hash }) => code_hash);
  await tx.updateTable('invite').set({ used_at: now }).where('code_hash', 'in', hashes).execute();
  return { name: newest.name, role: newest.role };
}

function waiting(tx: Db, address: string, now: Date) {
  return tx
    .selectFrom('invite')
    .where('email', '=', address)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);
}
