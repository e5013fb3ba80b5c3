/** What a rep's own day is read by: leads that wait for sales, by the colleague the CRM says they belong to. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** As `folded` has it (server/mine/candidates.ts), or the indexes are not used. */
const OWNER = sql.raw(
  `(coalesce(lower(regexp_replace(btrim(owner), '[[:space:]]+', ' ', 'g')), ''))`,
);

async function up(db: Kysely<unknown>): Promise<void> {
  // Partial, as `lead_hot`: few leads wait for sales.
  await sql`create index if not exists lead_owner_hot on lead (ws_id, ${OWNER}, points desc, lead_id)
    where stage = 'mql' and merged_into is null`.execute(db);
  await sql`create index if not exists lead_owner_due on lead (ws_id, ${OWNER}, handoff_at, lead_id)
    where stage = 'mql' and merged_into is null`.execute(db);
}

export const mine: Migration = { up };
