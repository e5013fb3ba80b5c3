/** What scores are made of and what verdicts teach. Sharded by lead_id where rows are per lead; the rest is small. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists counter (
    lead_id uuid not null,
    ws_id uuid not null,
    definition_version int not null,
    matching text not null,
    body jsonb not null,
    primary key (lead_id, ws_id)
  )`.execute(db);
  await sql`create table if not exists verdict_case (
    lead_id uuid not null,
    ws_id uuid not null,
    feedback_id uuid not null,
    decided_at timestamptz not null,
    member_id uuid not null,
    verdict text not null,
    reason text,
    body jsonb not null,
    primary key (lead_id, ws_id, feedback_id)
  )`.execute(db);
  await sql`create index if not exists verdict_case_by_time
    on verdict_case (ws_id, decided_at)`.execute(db);
  // Null everywhere at first: a lead that was never scored under counters, which is what rescoring looks for.
  await sql`alter table lead add column if not exists scored_version int`.execute(db);
  await sql`alter table lead add column if not exists stale_on int`.execute(db);
  await sql`alter table lead add column if not exists handed_by text`.execute(db);
  // Partial: few leads wait for sales, and only those are ever listed.
  await sql`create index if not exists lead_hot on lead (ws_id, points desc, lead_id)
    where stage = 'mql' and merged_into is null`.execute(db);
  await sql`create index if not exists lead_stale on lead (ws_id, stale_on, lead_id)
    where stale_on is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_scored
    on lead (ws_id, (coalesce(scored_version, 0)), lead_id) where merged_into is null`.execute(db);
  await sql`create table if not exists calibration (
    ws_id uuid not null,
    definition_version int not null,
    made_at timestamptz not null,
    body jsonb not null,
    verdicts int not null,
    primary key (ws_id, definition_version)
  )`.execute(db);
  await sql`create table if not exists definition_draft (
    ws_id uuid not null,
    draft_id uuid not null,
    made_at timestamptz not null,
    based_on int not null,
    made_by text not null,
    body jsonb not null,
    evidence jsonb not null,
    closed_at timestamptz,
    primary key (ws_id, draft_id)
  )`.execute(db);
  await sql`create table if not exists rescoring (
    ws_id uuid not null,
    version int not null,
    started_at timestamptz not null,
    total int not null,
    done int not null,
    finished_at timestamptz,
    primary key (ws_id, version)
  )`.execute(db);
  await sql`create table if not exists lease (
    name text primary key,
    holder text not null,
    expires_at timestamptz not null
  )`.execute(db);
}

export const score: Migration = { up };
