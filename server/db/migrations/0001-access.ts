/**
 * server/db/migrations: the tables, one step after the other; each file is one release's change.
 *
 * In: a database of any age. Out: today's tables. Rules that keep every engine possible (tests hold them):
 * one DDL statement per step, each safe to repeat; hot tables have lead_id first in their key; every unique
 * index contains the shard column; no foreign keys between them, no triggers, extensions or sequences.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who may do what: workspaces, members, their devices, invitations, senders. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists install (name text primary key, value text not null)`.execute(
    db,
  );
  await sql`create table if not exists workspace (
    ws_id uuid primary key,
    name text not null,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create table if not exists member (
    ws_id uuid not null,
    member_id uuid not null,
    name text not null,
    email text,
    role text not null,
    created_at timestamptz not null,
    primary key (ws_id, member_id)
  )`.execute(db);
  await sql`create table if not exists device (
    token_hash text primary key,
    ws_id uuid not null,
    member_id uuid not null,
    label text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
  )`.execute(db);
  await sql`create table if not exists invite (
    code_hash text primary key,
    ws_id uuid not null,
    name text not null,
    email text,
    role text not null,
    setup boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    used_at timestamptz
  )`.execute(db);
  await sql`create table if not exists pair_attempt (
    address text not null,
    attempt_id uuid not null,
    at timestamptz not null,
    primary key (address, attempt_id)
  )`.execute(db);
  await sql`create table if not exists source (
    key_hash text primary key,
    ws_id uuid not null,
    source_id uuid not null,
    kind text not null,
    label text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
  )`.execute(db);
  await sql`create table if not exists definition (
    ws_id uuid not null,
    version int not null,
    body jsonb not null,
    created_at timestamptz not null,
    primary key (ws_id, version)
  )`.execute(db);
}

export const access: Migration = { up };
