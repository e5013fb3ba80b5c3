/** When leads turned out to be one person: what each of them was, why they were joined, and who is to stay apart. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  // Null: of the lead it stands in. Most leads were never merged, so nothing is written for them.
  await sql`alter table event add column if not exists origin uuid`.execute(db);
  await sql`alter table feedback add column if not exists origin uuid`.execute(db);
  await sql`alter table resolution add column if not exists origin uuid`.execute(db);
  await sql`alter table verdict_case add column if not exists origin uuid`.execute(db);
  await sql`alter table lead add column if not exists joined boolean`.execute(db);
  await sql`create table if not exists lead_part (
    lead_id uuid not null,
    ws_id uuid not null,
    origin uuid not null,
    into_id uuid,
    merge_id uuid,
    joined_at timestamptz,
    body jsonb not null,
    primary key (lead_id, ws_id, origin)
  )`.execute(db);
  await sql`create table if not exists lead_merge (
    merge_id uuid not null,
    ws_id uuid not null,
    at timestamptz not null,
    from_id uuid not null,
    to_id uuid not null,
    member_id uuid,
    because jsonb not null,
    names jsonb not null,
    events int not null,
    feedback int not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (merge_id, ws_id)
  )`.execute(db);
  await sql`create index if not exists lead_merge_by_time
    on lead_merge (ws_id, at desc, merge_id desc)`.execute(db);
  await sql`create index if not exists lead_merge_from on lead_merge (from_id, ws_id)`.execute(db);
  await sql`create index if not exists lead_merge_to on lead_merge (to_id, ws_id)`.execute(db);
  await sql`create table if not exists kept_apart (
    lead_id uuid not null,
    ws_id uuid not null,
    other_id uuid not null,
    at timestamptz not null,
    primary key (lead_id, ws_id, other_id)
  )`.execute(db);
}

export const identity: Migration = { up };
