/** What leaves the store: the feed of changes, endpoints of webhooks, and what they are still to be told. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists change (
    bucket int not null,
    ws_id uuid not null,
    change_id uuid not null,
    kind text not null,
    lead_id uuid,
    rev int,
    at timestamptz not null,
    primary key (bucket, ws_id, change_id)
  )`.execute(db);
  await sql`create table if not exists hook_endpoint (
    ws_id uuid not null,
    hook_id uuid not null,
    url text not null,
    secret text not null,
    topics jsonb not null,
    created_at timestamptz not null,
    off_at timestamptz,
    off_why text,
    failing_since timestamptz,
    primary key (ws_id, hook_id)
  )`.execute(db);
  await sql`create table if not exists hook_delivery (
    delivery_id uuid not null,
    ws_id uuid not null,
    hook_id uuid not null,
    topic text not null,
    lead_id uuid,
    subject text,
    example boolean not null,
    at timestamptz not null,
    state text not null,
    attempts int not null,
    last text,
    next_at timestamptz,
    primary key (delivery_id, ws_id)
  )`.execute(db);
  await sql`create index if not exists hook_delivery_due
    on hook_delivery (ws_id, hook_id, next_at) where state = 'waiting'`.execute(db);
  await sql`create index if not exists hook_delivery_by_time
    on hook_delivery (ws_id, hook_id, at desc, delivery_id desc)`.execute(db);
}

export const out: Migration = { up };
