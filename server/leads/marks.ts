/** Small things a card says of a lead beside its own row: whether the CRM has a record of it, whether its reader watches it. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';
import { idsOf } from '../mine/watching.ts';
import type { Lead } from './follow.ts';

export interface Marks {
  /** A record of the CRM is one of its names. */
  record: boolean;
  /** Whoever asks has it on their list, under whichever id of it. */
  watching: boolean;
}

/** @returns both in one question; of each the first row found is enough */
export async function marksOf(
  db: Db,
  { wsId, member }: Pick<Asker, 'wsId' | 'member'>,
  lead: Pick<Lead, 'lead_id' | 'ws_id' | 'joined'>,
): Promise<Marks> {
  const ids = await idsOf(db, lead);
  const { rows } = await sql<Marks>`select
      exists (select 1 from watched where lead_id = any(${ids}::uuid[]) and ws_id = ${wsId}
        and member_id = ${member.memberId}) as watching,
      exists (select 1 from identity where lead_id = any(${ids}::uuid[]) and ws_id = ${wsId}
        and ident like 'record:%') as record`.execute(db);
  return rows[0] ?? { record: false, watching: false };
}
