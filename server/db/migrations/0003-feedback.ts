/** What sales said and what marketing answered. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists feedback (
    lead_id uuid not null,
    ws_id uuid not null,
    feedback_id uuid not null,
    member_id uuid not null,
    kind text not null,
    verdict text,
    flag text,
    reason_label text,
    body jsonb not null,
    seq bigint not null,
    made_at timestamptz not null,
    order_at timestamptz not null,
    received_at timestamptz not null,
    queue text,
    answered_at timestamptz,
    primary key (lead_id, ws_id, feedback_id)
  )`.execute(db);
  await sql`create index if not exists feedback_waiting
    on feedback (ws_id, received_at, feedback_id) where queue = 'open'`.execute(db);
  await sql`create index if not exists feedback_answered
    on feedback (ws_id, answered_at desc, feedback_id desc) where queue = 'answered'`.execute(db);
  await sql`create table if not exists resolution (
    lead_id uuid not null,
    ws_id uuid not null,
    resolution_id uuid not null,
    feedback_id uuid not null,
    member_id uuid not null,
    kind text not null,
    reply text not null,
    seq bigint not null,
    made_at timestamptz not null,
    order_at timestamptz not null,
    received_at timestamptz not null,
    primary key (lead_id, ws_id, resolution_id)
  )`.execute(db);
}

export const feedback: Migration = { up };
