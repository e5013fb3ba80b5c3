/** Leads that became part of another one, found from that one: whoever looks for all of a person would read all leads else. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  // Partial: few leads are part of another one.
  await sql`create index if not exists lead_part_of on lead (merged_into, ws_id)
    where merged_into is not null`.execute(db);
}

export const parts: Migration = { up };
