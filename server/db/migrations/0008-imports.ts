/** Files: how far each is, the file itself in pieces (any process can go on with it), and the rows that were refused. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists import_job (
    import_id uuid not null,
    ws_id uuid not null,
    file_name text not null,
    state text not null,
    kind text,
    delimiter text,
    format text,
    mapping jsonb,
    columns jsonb not null,
    total bigint not null,
    received_at timestamptz,
    heard_at timestamptz not null,
    position bigint not null,
    row_no bigint not null,
    date_order text,
    rows bigint not null,
    accepted bigint not null,
    refused bigint not null,
    people bigint not null,
    events bigint not null,
    reasons jsonb not null,
    span_from timestamptz,
    span_to timestamptz,
    pending jsonb,
    problem text,
    member_id uuid,
    by_name text,
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (import_id, ws_id)
  )`.execute(db);
  await sql`create index if not exists import_job_by_time
    on import_job (ws_id, started_at desc, import_id desc)`.execute(db);
  await sql`create table if not exists import_chunk (
    import_id uuid not null,
    ws_id uuid not null,
    starts_at bigint not null,
    chars int not null,
    body bytea not null,
    primary key (import_id, ws_id, starts_at)
  )`.execute(db);
  await sql`create table if not exists import_refused (
    import_id uuid not null,
    ws_id uuid not null,
    row_no bigint not null,
    reason text not null,
    cells text not null,
    primary key (import_id, ws_id, row_no)
  )`.execute(db);
  await sql`create table if not exists import_mapping (
    ws_id uuid not null,
    mapping_id uuid not null,
    name text not null,
    mapping jsonb not null,
    created_at timestamptz not null,
    primary key (ws_id, mapping_id)
  )`.execute(db);
}

export const imports: Migration = { up };
