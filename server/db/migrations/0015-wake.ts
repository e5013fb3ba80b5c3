/** Recycled leads that sleep until something wakes them, what members watch, and what a rep's own day is read by. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  // With the verdict and not beside it: wherever that goes when leads are joined, taken apart or erased, its sleep goes too.
  await sql`alter table feedback add column if not exists rest text`.execute(db);
  await sql`alter table feedback add column if not exists wake_at timestamptz`.execute(db);
  await sql`alter table feedback add column if not exists woken_at timestamptz`.execute(db);
  await sql`alter table feedback add column if not exists woken jsonb`.execute(db);
  await sql`create index if not exists feedback_asleep on feedback (ws_id, wake_at, feedback_id)
    where rest = 'asleep' and wake_at is not null`.execute(db);
  await sql`create index if not exists feedback_woken on feedback (ws_id, member_id, woken_at desc)
    where rest = 'woken'`.execute(db);
  await sql`create index if not exists feedback_replied
    on feedback (ws_id, member_id, answered_at desc, feedback_id desc) where queue = 'answered'`.execute(
    db,
  );
  await sql`create table if not exists watched (
    lead_id uuid not null,
    ws_id uuid not null,
    member_id uuid not null,
    at timestamptz not null,
    primary key (lead_id, ws_id, member_id)
  )`.execute(db);
  await sql`create index if not exists watched_by on watched (ws_id, member_id, at desc)`.execute(
    db,
  );
  // Said before there was a way to wake up: their days hold too. Whether such a verdict is still the last word is seen then.
  await sql`update feedback set rest = 'asleep', wake_at = greatest(
      (body->>'until')::date::timestamp at time zone 'UTC', order_at + interval '12 hours')
    where verdict = 'recycled' and body->>'until' is not null and rest is null and woken_at is null`.execute(
    db,
  );
}

export const wake: Migration = { up };
