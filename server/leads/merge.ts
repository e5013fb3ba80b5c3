/** Two leads turn out to be one person: the history of one joins the other. */

import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { dropCounters } from './counting.ts';
import { type Lead, lockRow } from './follow.ts';
import { changedFit, colleagueKeys, withSince } from './person.ts';
import { rescore } from './rescore.ts';
import { stageByWord } from './stage.ts';
import { saveLead } from './write-lead.ts';

export interface Merge {
  wsId: string;
  from: string;
  to: string;
  /** What the target's address will be when it has none yet. */
  email: string | null;
  /** When the word came that they are one. */
  saidAt: number;
}

/**
 * Two people must never become one, so leads that each have a different address are left apart, whatever else
 * they share. Readers that still have the old id follow `merged_into`.
 *
 * @returns whether they are one lead now
 */
export async function mergeLeads(
  db: Db,
  merge: Merge,
  definition: LeadDefinition,
  now: number,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Always in the order of their ids, so that two merges cannot wait for each other.
    const locked: (Lead | null)[] = [];
    for (const id of [merge.from, merge.to].sort()) locked.push(await lockRow(tx, merge.wsId, id));
    const from = locked.find((lead) => lead?.lead_id === merge.from);
    const to = locked.find((lead) => lead?.lead_id === merge.to);
    // One of them has been merged meanwhile: whoever asked looks again.
    if (!from || !to || from.merged_into !== null || to.merged_into !== null) return false;
    const address = to.email ?? merge.email;
    if (from.email !== null && address !== null && from.email !== address) return false;
    await moveRows(tx, merge);
    await dropCounters(tx, merge.wsId, merge.from);
    await saveLead(
      tx,
      { ...from, merged_into: to.lead_id, email: null, company_key: null, domain: null },
      now,
    );
    const joined = { ...together(to, from, merge.saidAt), rev: Math.max(to.rev, from.rev) };
    const stage = (await stageByWord(tx, merge.wsId, to.lead_id)) ?? joined.stage;
    const lead = { ...joined, stage };
    const changed = [{ lead, saidAt: merge.saidAt, fresh: null }];
    const standing = (await rescore(tx, merge.wsId, changed, definition, now)).get(to.lead_id);
    await saveLead(tx, { ...lead, ...standing }, now);
    return true;
  });
}

/** What the target knows stays; the other one fills its blanks. */
function together(to: Lead, from: Lead, saidAt: number): Lead {
  const person = {
    email: to.email ?? from.email,
    name: to.name ?? from.name,
    title: to.title ?? from.title,
    company: to.company ?? from.company,
    traits: { ...from.traits, ...to.traits },
  };
  // What the other one knew was not known of this one before.
  person.traits.since = to.traits.since ?? {};
  person.traits = withSince(person.traits, changedFit(to, person), saidAt);
  const handed = [to, from]
    .filter((lead) => lead.handoff_at !== null)
    .sort((a, b) => Number(a.handoff_at) - Number(b.handoff_at))[0];
  return {
    ...to,
    ...person,
    ...colleagueKeys(person),
    stage: to.stage === 'inquiry' ? from.stage : to.stage,
    opted_out: to.opted_out || from.opted_out,
    handoff_at: handed?.handoff_at ?? null,
    handed_by: handed?.handed_by ?? null,
    traits_at: to.traits_at ?? from.traits_at,
  };
}

/** Insert-select, then delete: a sharded table does not let its shard key be updated. Identities last. */
async function moveRows(tx: Db, { wsId, from, to }: Merge): Promise<void> {
  for (const [table, columns] of Object.entries(MOVED)) {
    const name = sql.table(table);
    const rest = sql.raw(columns);
    await sql`insert into ${name} (lead_id, ${rest})
      select ${to}::uuid, ${rest} from ${name} where lead_id = ${from} and ws_id = ${wsId}
      on conflict do nothing`.execute(tx);
    await sql`delete from ${name} where lead_id = ${from} and ws_id = ${wsId}`.execute(tx);
  }
  await tx
    .updateTable('identity')
    .set({ lead_id: to })
    .where('lead_id', '=', from)
    .where('ws_id', '=', wsId)
    .execute();
}

/** The tables that go with a lead, and their columns after lead_id. A test compares them with the catalog. */
export const MOVED = {
  event:
    'ws_id, event_id, at, kind, name, title, path, url, campaign, channel, mail, source, machine, clock_corrected, props, received_at',
  feedback:
    'ws_id, feedback_id, member_id, kind, verdict, flag, reason_label, body, seq, made_at, order_at, received_at, queue, answered_at',
  resolution:
    'ws_id, resolution_id, feedback_id, member_id, kind, reply, seq, made_at, order_at, received_at',
  verdict_case: 'ws_id, feedback_id, decided_at, member_id, verdict, reason, body',
};
