/** Whose lead it is by what the CRM shows, and how long a sender usually says nothing. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table lead add column if not exists owner text`.execute(db);
  await sql`alter table source add column if not exists usual_pause int`.execute(db);
}

export const owner: Migration = { up };
