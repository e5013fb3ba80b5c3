/** What both sides agree by: signatures, comments, decisions; and what reports and the queue read without opening snapshots. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A number of the snapshot, if the column can hold it: what browsers sent was only checked to be whole. */
function seen(figure: 'points' | 'chance') {
  const given = sql`(body->'snapshot'->>${sql.lit(figure)})::numeric`;
  return sql`case when abs(${given}) < 2147483648 then ${given}::int end`;
}

async function up(db: Kysely<unknown>): Promise<void> {
  // Out of the snapshot, which is too large to be read for every line of a report.
  await sql`alter table feedback add column if not exists points_then int`.execute(db);
  await sql`alter table feedback add column if not exists chance_then int`.execute(db);
  await sql`alter table feedback add column if not exists rules_then jsonb`.execute(db);
  await sql`update feedback set
      points_then = ${seen('points')},
      chance_then = ${seen('chance')},
      rules_then = coalesce((select jsonb_agg(distinct line->>'ruleId')
        from jsonb_array_elements(body->'snapshot'->'contributions') as line
        where line->>'side' <> 'limit' and (line->>'points')::numeric <> 0), '[]'::jsonb)
    where kind <> 'registration' and points_then is null`.execute(db);
  await sql`create index if not exists feedback_verdicts on feedback (ws_id, order_at)
    where kind = 'verdict'`.execute(db);
  await sql`create index if not exists lead_handed on lead (ws_id, handoff_at)
    where handoff_at is not null and merged_into is null`.execute(db);
  await sql`create index if not exists lead_came on lead (ws_id, (coalesce(first_at, created_at)))
    where merged_into is null`.execute(db);
  await sql`create index if not exists event_outcome on event (ws_id, lead_id)
    where kind in ('opportunity_opened', 'deal_won', 'deal_lost')`.execute(db);

  await sql`alter table definition_draft add column if not exists signed_marketing jsonb`.execute(
    db,
  );
  await sql`alter table definition_draft add column if not exists signed_sales jsonb`.execute(db);
  await sql`alter table definition_draft add column if not exists starts_at timestamptz`.execute(
    db,
  );
  await sql`alter table definition_draft add column if not exists scheduled_by uuid`.execute(db);
  await sql`create table if not exists definition_comment (
    ws_id uuid not null,
    draft_id uuid not null,
    comment_id uuid not null,
    member_id uuid not null,
    at timestamptz not null,
    body text not null,
    primary key (ws_id, draft_id, comment_id)
  )`.execute(db);
  await sql`alter table definition add column if not exists published_by uuid`.execute(db);
  await sql`alter table definition add column if not exists back_to int`.execute(db);
  await sql`create table if not exists decision (
    ws_id uuid not null,
    decision_id uuid not null,
    member_id uuid not null,
    at timestamptz not null,
    body text not null,
    owner text,
    due_at timestamptz,
    done_at timestamptz,
    primary key (ws_id, decision_id)
  )`.execute(db);
  await sql`alter table workspace add column if not exists rep_figures boolean`.execute(db);
}

export const desk: Migration = { up };
