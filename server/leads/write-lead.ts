/** Leads on their way into their table. */
import { type RawBuilder, sql } from 'kysely';
import { recordChanges } from '../changes/record.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { tellHandedOver } from '../hooks/handed-over.ts';
import type { Lead } from './follow.ts';
import { blankLead } from './person.ts';

/** Every column of the table: a blank lead has them all. */
const COLUMNS = Object.keys(blankLead('', '', 0)).map((column) => sql.ref(column));

/** Creates the leads that are not there yet, in one statement. */
export async function insertLeads(db: Db, leads: readonly Lead[]): Promise<void> {
  if (leads.length === 0) return;
  // In order: two requests that make the same leads must not wait for each other.
  const ordered = leads.toSorted((a, b) => (a.lead_id < b.lead_id ? -1 : 1));
  const columns = sql.join(COLUMNS);
  await sql`insert into lead (${columns})
    select ${columns} from jsonb_populate_recordset(null::lead, ${toJson(ordered)}::jsonb)
    on conflict (lead_id, ws_id) do nothing`.execute(db);
}

/**
 * Writes a lead as it is given, one revision on. The caller holds the row since it read it.
 *
 * @returns the new revision
 */
export async function saveLead(tx: Db, lead: Lead, now: number): Promise<number> {
  const { lead_id, ws_id, created_at: _, ...rest } = lead;
  const rev = lead.rev + 1;
  await tx
    .updateTable('lead')
    .set({ ...rest, traits: toJson(rest.traits), rev, updated_at: new Date(now) })
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .execute();
  await recordSaved(tx, ws_id, [lead], now);
  return rev;
}

/** As `saveLead` for many, in one statement. All of one workspace. */
export async function saveLeads(tx: Db, leads: readonly Lead[], now: number): Promise<void> {
  const [first] = leads;
  if (!first) return;
  await updateOf(first.ws_id, leads, now).execute(tx);
  await recordSaved(tx, first.ws_id, leads, now);
}

/** @returns the statement that writes these leads, one revision on; conditions may be added to it */
export function updateOf(wsId: string, leads: readonly Lead[], now: number): RawBuilder<unknown> {
  const at = new Date(now).toISOString();
  // The ids once more: without them the planner reads all leads of a smaller store to join them with these.
  return sql`update lead set
      email = x.email, name = x.name, title = x.title, company = x.company, company_key = x.company_key,
      domain = x.domain, traits = x.traits, traits_at = x.traits_at, stage = x.stage,
      opted_out = x.opted_out, points = x.points, scored_version = x.scored_version,
      stale_on = x.stale_on, handed_by = x.handed_by, first_at = x.first_at, first_source = x.first_source,
      first_campaign = x.first_campaign, handoff_at = x.handoff_at, owner = x.owner, rev = lead.rev + 1,
      updated_at = ${at}::timestamptz
    from jsonb_to_recordset(${toJson(leads)}::jsonb) as x(
      lead_id uuid, rev int, email text, name text, title text, company text, company_key text, domain text,
      traits jsonb, traits_at timestamptz, stage text, opted_out boolean, points int,
      scored_version int, stale_on int, handed_by text,
      first_at timestamptz, first_source text, first_campaign text, handoff_at timestamptz, owner text)
    where lead.lead_id = x.lead_id and lead.lead_id = any(${leads.map(({ lead_id }) => lead_id)}::uuid[])
      and lead.ws_id = ${wsId}`;
}

/** Tells the feed of changes of leads that were written, and webhooks of those that were handed over by it. */
export async function recordSaved(
  tx: Db,
  wsId: string,
  leads: readonly Lead[],
  now: number,
): Promise<void> {
  const changes = leads.map(({ lead_id, rev }) => ({
    kind: 'lead' as const,
    leadId: lead_id,
    rev: rev + 1,
  }));
  await recordChanges(tx, wsId, changes, now);
  await tellHandedOver(tx, wsId, leads, now);
}

/** @returns the row without what was known of the person, for a lead that others stand for */
export function blanked(lead: Lead): Lead {
  const blank = blankLead(lead.lead_id, lead.ws_id, 0);
  const { rev, created_at, sales_sourced } = lead;
  return { ...blank, rev, created_at, sales_sourced };
}
