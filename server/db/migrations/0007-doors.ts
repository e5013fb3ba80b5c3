/** Senders that prove themselves by something else than a write key, and what came and could not be kept. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of [
    'secret text',
    'address_hash text',
    'mapping jsonb',
    'last_at timestamptz',
  ]) {
    await sql`alter table source add column if not exists ${sql.raw(column)}`.execute(db);
  }
  await sql`create index if not exists source_by_id on source (source_id)`.execute(db);
  await sql`create index if not exists source_by_workspace on source (ws_id)`.execute(db);
  await sql`create table if not exists intake (
    intake_id uuid not null,
    ws_id uuid not null,
    source_id uuid not null,
    at timestamptz not null,
    reason text not null,
    excerpt text not null,
    item text,
    primary key (intake_id, ws_id)
  )`.execute(db);
  await sql`create index if not exists intake_by_time on intake (ws_id, at desc, intake_id desc)`.execute(
    db,
  );
}

export const doors: Migration = { up };
