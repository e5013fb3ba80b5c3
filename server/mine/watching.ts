/** Which leads a member keeps in sight. */
import type { Db } from '../db/database.ts';
import type { Asker, Reader } from '../http/context.ts';
import { cellsOf } from '../identity/parts.ts';
import type { Lead } from '../leads/follow.ts';

/** @returns whether whoever asks has this lead on their list, under whichever id of it */
export async function isWatched(
  db: Db,
  asker: Reader,
  lead: Pick<Lead, 'lead_id' | 'ws_id' | 'joined'>,
): Promise<boolean> {
  return isOnList(db, asker, await idsOf(db, lead));
}

/** @returns whether whoever asks has any of these ids on their list */
export async function isOnList(
  db: Db,
  { wsId, member }: Reader,
  leadIds: readonly string[],
): Promise<boolean> {
  const row = await db
    .selectFrom('watched')
    .where('lead_id', 'in', [...leadIds])
    .where('ws_id', '=', wsId)
    .where('member_id', '=', member.memberId)
    .select('at')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns the ids under which a lead may be on a list: its own, and those of its parts */
export async function idsOf(
  db: Db,
  lead: Pick<Lead, 'lead_id' | 'ws_id' | 'joined'>,
): Promise<string[]> {
  return (await cellsOf(db, lead.ws_id, [lead])).get(lead.lead_id) ?? [lead.lead_id];
}

/** @returns the leads on their list, what was put there last first; one that was joined to another may be there twice */
export async function watchedBy(db: Db, { wsId, member }: Asker, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('watched')
    .where('ws_id', '=', wsId)
    .where('member_id', '=', member.memberId)
    .select('lead_id')
    .orderBy('at', 'desc')
    .orderBy('lead_id')
    // Those that are one lead by now are shown once.
    .limit(most * 2)
    .execute();
  return rows.map(({ lead_id }) => lead_id);
}
