/** What reports read of many thousand verdicts without opening the rows, which carry snapshots. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table feedback add column if not exists version_then int`.execute(db);
  await sql`update feedback set version_then = (body->'snapshot'->>'definitionVersion')::int
    where abs((body->'snapshot'->>'definitionVersion')::numeric) < 2147483648 and kind <> 'registration' and version_then is null`.execute(
    db,
  );
  await sql`create index if not exists feedback_of_version on feedback (ws_id, version_then)
    where version_then is not null`.execute(db);
  // The last word on each lead is the first one here. Without the lines of the score: what an index can hold has an end, and rules
  // may have long ids.
  await sql`create index if not exists feedback_said
    on feedback (ws_id, lead_id, order_at desc, seq desc, feedback_id desc)
    include (member_id, verdict, reason_label, points_then, chance_then, woken_at)
    where kind = 'verdict'`.execute(db);
  // The same without what is asked.
  await sql`drop index if exists feedback_verdicts`.execute(db);
}

export const reports: Migration = { up };
