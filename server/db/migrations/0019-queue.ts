/** What keeps the review desk fast with tens of thousands of lines, and what leads are searched by. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** All that a filter asks of feedback, so that its rows, which carry snapshots, are read only of lines that are shown. */
const ASKED = sql.raw(
  'lead_id, member_id, verdict, flag, reason_label, points_then, made_at, queue',
);

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index if not exists feedback_desk_open
    on feedback (ws_id, received_at, feedback_id) include (${ASKED}) where queue = 'open'`.execute(
    db,
  );
  await sql`create index if not exists feedback_desk_answered
    on feedback (ws_id, answered_at desc, feedback_id desc) include (${ASKED})
    where queue = 'answered'`.execute(db);
  // How many wait, and since when: read whole with every page, so it holds nothing else.
  await sql`create index if not exists feedback_waited on feedback (ws_id, made_at)
    where queue = 'open'`.execute(db);
  // The same without what is asked.
  await sql`drop index if exists feedback_waiting`.execute(db);
  await sql`drop index if exists feedback_answered`.execute(db);

  // As server/leads/search.ts asks. By bytes, or a beginning cannot be looked up in the order of most languages.
  await sql`create index if not exists lead_name on lead (lower(name) text_pattern_ops, ws_id)
    where name is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_surname
    on lead (lower(regexp_replace(name, '^.*[[:space:]]', '')) text_pattern_ops, ws_id)
    where name is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_company on lead (lower(company) text_pattern_ops, ws_id)
    where company is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_email on lead (lower(email) text_pattern_ops, ws_id)
    where email is not null and merged_into is null`.execute(db);
}

export const queue: Migration = { up };
