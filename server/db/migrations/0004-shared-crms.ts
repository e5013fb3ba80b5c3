/** CRMs that the team taught Truce. Few and small, so not sharded. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists shared_crm (
    ws_id uuid not null,
    crm text not null,
    body jsonb not null,
    member_id uuid not null,
    shared_at timestamptz not null,
    primary key (ws_id, crm)
  )`.execute(db);
}

export const sharedCrms: Migration = { up };
