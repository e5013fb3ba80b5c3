/** Leads on their way into their table. */
import { sql } from 'kysely';
import { recordChanges } from '../changes/record.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { Lead } from './follow.ts';
import { blankLead } from './person.ts';

/** A statement takes 65,535 parameters, which five thousand leads in one batch would exceed. */
const LEADS_AT_ONCE = 1000;

/** Creates the leads that are not there yet. */
export async function insertLeads(db: Db, leads: readonly Lead[]): Promise<void> {
  // In order: two requests that make the same leads must not wait for each other.
  const ordered = leads.toSorted(byId);
  for (let from = 0; from < ordered.length; from += LEADS_AT_ONCE) {
    const some = ordered.slice(from, from + LEADS_AT_ONCE);
    await db
      .insertInto('lead')
      .values(some.map((lead) => ({ ...lead, traits: toJson(lead.traits) })))
      .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id']).doNothing())
      .execute();
  }
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
  await recordChanges(tx, ws_id, [{ kind: 'lead', leadId: lead_id, rev }], now);
  return rev;
}

/** As `saveLead` for many, in one statement. All of one workspace. */
export async function saveLeads(tx: Db, leads: readonly Lead[], now: number): Promise<void> {
  const [first] = leads;
  if (!first) return;
  const at = new Date(now).toISOString();
  await sql`update lead set
      email = x.email, name = x.name, title = x.title, company = x.company, company_key = x.company_key,
      domain = x.domain, traits = x.traits, traits_at = x.traits_at, stage = x.stage,
      opted_out = x.opted_out, points = x.points, scored_version = x.scored_version,
      stale_on = x.stale_on, handed_by = x.handed_by, first_at = x.first_at, first_source = x.first_source,
      first_campaign = x.first_campaign, handoff_at = x.handoff_at, rev = lead.rev + 1,
      updated_at = ${at}::timestamptz
    from jsonb_to_recordset(${toJson(leads)}::jsonb) as x(
      lead_id uuid, email text, name text, title text, company text, company_key text, domain text,
      traits jsonb, traits_at timestamptz, stage text, opted_out boolean, points int,
      scored_version int, stale_on int, handed_by text,
      first_at timestamptz, first_source text, first_campaign text, handoff_at timestamptz)
    where lead.lead_id = x.lead_id and lead.ws_id = ${first.ws_id}`.execute(tx);
  const changes = leads.map((lead) => ({
    kind: 'lead' as const,
    leadId: lead.lead_id,
    rev: lead.rev + 1,
  }));
  await recordChanges(tx, first.ws_id, changes, now);
}

/** @returns the row without what was known of the person, for a lead that others stand for */
export function blanked(lead: Lead): Lead {
  const blank = blankLead(lead.lead_id, lead.ws_id, 0);
  const { rev, created_at, sales_sourced } = lead;
  return { ...blank, rev, created_at, sales_sourced };
}

function byId(a: Lead, b: Lead): number {
  return a.lead_id < b.lead_id ? -1 : 1;
}
