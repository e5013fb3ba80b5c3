/** Invitations that can be taken back, members who left, browsers that are told apart, and the company's own sign-on. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Made from what is there, as version 8: a random one would be another one on each server of a cluster. */
const idFrom = (column: string) =>
  sql.raw(`overlay(overlay(md5(${column}) placing '8' from 13) placing '8' from 17)::uuid`);

async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['iss text', 'sub text', 'via text', 'removed_at timestamptz']) {
    await sql`alter table member add column if not exists ${sql.raw(column)}`.execute(db);
  }
  // One person of the provider is one member of a workspace, also when they sign on twice at once.
  await sql`create unique index if not exists member_by_sub on member (ws_id, iss, sub)`.execute(
    db,
  );
  await sql`create index if not exists member_by_person on member (iss, sub)`.execute(db);
  await sql`create index if not exists member_by_email on member (email)`.execute(db);
  for (const column of ['device_id uuid', 'seen_at timestamptz']) {
    await sql`alter table device add column if not exists ${sql.raw(column)}`.execute(db);
  }
  await sql`update device set device_id = ${idFrom('token_hash')} where device_id is null`.execute(
    db,
  );
  await sql`create index if not exists device_by_member on device (ws_id, member_id)`.execute(db);
  for (const column of ['invite_id uuid', 'kind text', 'revoked_at timestamptz']) {
    await sql`alter table invite add column if not exists ${sql.raw(column)}`.execute(db);
  }
  await sql`update invite set invite_id = ${idFrom('code_hash')} where invite_id is null`.execute(
    db,
  );
  await sql`update invite set kind = 'code' where kind is null`.execute(db);
  await sql`create index if not exists invite_by_workspace on invite (ws_id)`.execute(db);
  await sql`create table if not exists sign_on (
    state_hash text primary key,
    browser_hash text not null,
    redirect_uri text not null,
    client_state text not null,
    challenge text not null,
    secrets text not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create table if not exists sign_on_code (
    code_hash text primary key,
    ws_id uuid not null,
    member_id uuid not null,
    redirect_uri text not null,
    challenge text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    token_hash text
  )`.execute(db);
}

export const people: Migration = { up };
