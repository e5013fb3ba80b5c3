/** Who marketing knows and what they did. Sharded by lead_id; identity by ident, where uniqueness lives. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists identity (
    ident text not null,
    ws_id uuid not null,
    lead_id uuid not null,
    primary key (ident, ws_id)
  )`.execute(db);
  await sql`create index if not exists identity_of_lead on identity (lead_id, ws_id)`.execute(db);
  await sql`create table if not exists lead (
    lead_id uuid not null,
    ws_id uuid not null,
    email text,
    name text,
    title text,
    company text,
    company_key text,
    domain text,
    traits jsonb not null,
    traits_at timestamptz,
    stage text not null,
    opted_out boolean not null,
    sales_sourced boolean not null,
    points int not null,
    first_at timestamptz,
    first_source text,
    first_campaign text,
    handoff_at timestamptz,
    merged_into uuid,
    rev int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (lead_id, ws_id)
  )`.execute(db);
  // Partial: most leads are visitors without a name, and nobody is a colleague of those.
  await sql`create index if not exists lead_by_company on lead (company_key, ws_id)
    where company_key is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_by_domain on lead (domain, ws_id)
    where domain is not null and merged_into is null`.execute(db);
  await sql`create table if not exists event (
    lead_id uuid not null,
    ws_id uuid not null,
    event_id uuid not null,
    at timestamptz not null,
    kind text not null,
    name text not null,
    title text,
    path text,
    url text,
    campaign text,
    channel text,
    mail text,
    source text not null,
    machine boolean not null,
    clock_corrected boolean not null,
    props jsonb not null,
    received_at timestamptz not null,
    primary key (lead_id, ws_id, event_id)
  )`.execute(db);
  await sql`create index if not exists event_by_time
    on event (lead_id, ws_id, at desc, event_id desc)`.execute(db);
}

export const leads: Migration = { up };
