/** Who did what: the record that administrators can look at and nobody can change. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists audit (
    audit_id uuid not null,
    ws_id uuid not null,
    at timestamptz not null,
    member_id uuid,
    action text not null,
    what text not null,
    primary key (audit_id, ws_id)
  )`.execute(db);
  await sql`create index if not exists audit_by_time on audit (ws_id, at desc, audit_id desc)`.execute(
    db,
  );
}

export const audit: Migration = { up };
