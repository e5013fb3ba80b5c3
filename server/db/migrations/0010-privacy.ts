/** Who was erased (as hashes that only this store can make), and how long events are kept. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists erased (
    name_hash text not null,
    ws_id uuid not null,
    erased_at timestamptz not null,
    primary key (name_hash, ws_id)
  )`.execute(db);
  await sql`create table if not exists erasure (
    ws_id uuid not null,
    erasure_id uuid not null,
    at timestamptz not null,
    names text,
    swept_at timestamptz,
    primary key (ws_id, erasure_id)
  )`.execute(db);
  await sql`create index if not exists erasure_by_time on erasure (ws_id, at desc)`.execute(db);
  await sql`create table if not exists retention (
    ws_id uuid not null,
    kind text not null,
    days int not null,
    primary key (ws_id, kind)
  )`.execute(db);
  await sql`create table if not exists retention_run (
    ws_id uuid primary key,
    began_at timestamptz not null,
    after_lead uuid,
    deleted int not null,
    swept_at timestamptz
  )`.execute(db);
}

export const privacy: Migration = { up };
