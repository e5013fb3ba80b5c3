/** `POST /api/leads/find`: which lead a CRM record is. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import { findAnswer, findLead } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import type { PageFacts } from '../../lib/contract/record.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { cardOf } from './card.ts';
import { type Lead, liveLead, lockLead } from './follow.ts';
import { emailIdent, emailOf, recordIdent } from './idents.ts';
import { ownerSeen, withOwner } from './owner.ts';
import { saveLead } from './write-lead.ts';

export const findRoute = route({
  method: 'POST',
  path: '/api/leads/find',
  role: 'rep',
  input: findLead,
  answer: findAnswer,
  handle: async ({ store, asker, input }) => {
    const found = await find(store, asker.wsId, recordIdent(input.record), input.facts);
    if (!found) return done({ found: false as const });
    const card = await cardOf(store, asker, found.lead, {
      knownBy: found.knownBy,
      lookedAt: input.lookedAt,
    });
    return done({ found: true as const, card });
  },
});

interface Found {
  lead: Lead;
  knownBy: LeadCard['knownBy'];
}

/**
 * The record goes before the address: a link once made is never changed by what a page happens to show, since that
 * may be a colleague's address in a signature. If both speak of different leads, only the record is believed.
 */
async function find(
  store: Store,
  wsId: string,
  record: string,
  facts: PageFacts,
): Promise<Found | null> {
  const byRecord = await nameOf(store.db, wsId, record);
  const address = emailOf(facts.email);
  const byEmail = address === null ? null : await nameOf(store.db, wsId, emailIdent(address));
  if (byRecord) {
    const agrees = byEmail?.lead.lead_id === byRecord.lead.lead_id;
    const lead = await ownerSeen(store, byRecord, facts.owner);
    return { lead, knownBy: agrees ? ['record', 'email'] : ['record'] };
  }
  if (!byEmail) return null;
  const lead = await link(store, wsId, { record, cell: byEmail.cell, owner: facts.owner });
  if (!lead) return null;
  return { lead, knownBy: [lead.lead_id === byEmail.lead.lead_id ? 'email' : 'record'] };
}

/** @returns the live lead that has this name, or null */
export async function leadByIdent(db: Db, wsId: string, ident: string): Promise<Lead | null> {
  return (await nameOf(db, wsId, ident))?.lead ?? null;
}

/** @returns the live lead that has this name, and the one it was first a name of; null when nobody has it */
export async function nameOf(
  db: Db,
  wsId: string,
  ident: string,
): Promise<{ lead: Lead; cell: string } | null> {
  const row = await db
    .selectFrom('identity')
    .where('ident', '=', ident)
    .where('ws_id', '=', wsId)
    .select('lead_id')
    .executeTakeFirst();
  const lead = row && (await liveLead(db, wsId, row.lead_id));
  return lead ? { lead, cell: row.lead_id } : null;
}

/** Next time the record alone is enough, before the page has shown an address. */
async function link(
  store: Store,
  wsId: string,
  { record, cell, owner }: { record: string; cell: string; owner: string | undefined },
): Promise<Lead | null> {
  const lead = await inTransaction(store.db, async (tx) => {
    const locked = await lockLead(tx, wsId, cell);
    if (!locked) return null;
    const claimed = await tx
      .insertInto('identity')
      .values({ ident: record, ws_id: wsId, lead_id: cell })
      .onConflict((conflict) => conflict.columns(['ident', 'ws_id']).doNothing())
      .returning('ident')
      .executeTakeFirst();
    // Somebody linked it a moment ago; what they chose is what counts.
    if (!claimed) return leadByIdent(tx, wsId, record);
    const owned = await withOwner(tx, locked, cell, owner);
    return { ...owned, rev: await saveLead(tx, owned, store.now()) };
  });
  if (lead) store.watch.changed(wsId, lead.lead_id);
  return lead;
}
