/** What processes of the release before store while they are replaced one by one: found without looking through all feedback. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  // As server/work/read-snapshots.ts asks.
  await sql`create index if not exists feedback_unread on feedback (ws_id)
    where kind <> 'registration' and rules_then is null`.execute(db);
}

export const unread: Migration = { up };
