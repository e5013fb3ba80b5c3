/** `POST /api/leads/find`: which lead a CRM record is. */
import { type FindLead, findAnswer, findLead, type LeadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { leadsByIdent } from '../ingest/claim.ts';
import { cardOf } from './card.ts';
import { type Lead, liveLead, lockLead } from './follow.ts';
import { emailIdent, emailOf, recordIdent } from './idents.ts';
import { ownerSeen, withOwner } from './owner.ts';
import { type WholeLead, wholeLead } from './whole-lead.ts';
import { saveLead } from './write-lead.ts';

export const findRoute = route({
  method: 'POST',
  path: '/api/leads/find',
  role: 'rep',
  input: findLead,
  answer: findAnswer,
  handle: async ({ store, asker, input }) => {
    const found = await find(store, asker, input);
    if (!found) return done({ found: false as const });
    const { whole, knownBy } = found;
    const card = await cardOf(store, asker, whole, { knownBy, lookedAt: input.lookedAt });
    return done({ found: true as const, card });
  },
});

interface Found {
  whole: WholeLead;
  knownBy: LeadCard['knownBy'];
}

/**
 * The record goes before the address: a link once made is never changed by what a page happens to show, since that
 * may be a colleague's address in a signature. If both speak of different leads, only the record is believed.
 */
async function find(
  store: Store,
  asker: Asker,
  { record: seen, facts }: FindLead,
): Promise<Found | null> {
  const { db } = store;
  const { wsId } = asker;
  const record = recordIdent(seen);
  const address = emailOf(facts.email);
  const email = address === null ? null : emailIdent(address);
  const cells = await leadsByIdent(db, wsId, email === null ? [record] : [record, email]);
  const [recordCell, emailCell] = [
    cells.get(record),
    email === null ? undefined : cells.get(email),
  ];
  const [byRecord, byEmail] = await Promise.all([
    recordCell === undefined ? null : wholeLead(db, asker, recordCell),
    // Mostly both are names of one.
    emailCell === undefined || emailCell === recordCell ? null : wholeLead(db, asker, emailCell),
  ]);
  if (byRecord && recordCell !== undefined) {
    const { lead } = byRecord;
    const agrees = emailCell === recordCell || byEmail?.lead.lead_id === lead.lead_id;
    const after = await ownerSeen(store, { lead, cell: recordCell }, facts.owner);
    const whole = await asAfter(db, asker, byRecord, after);
    return whole && { whole, knownBy: agrees ? ['record', 'email'] : ['record'] };
  }
  const whole = byEmail;
  if (!whole || emailCell === undefined) return null;
  const lead = await link(store, wsId, { record, cell: emailCell, owner: facts.owner });
  const linked = lead && (await asAfter(db, asker, whole, lead));
  if (!linked) return null;
  // Somebody may have linked the record to another lead a moment ago.
  const isSame = linked.lead.lead_id === whole.lead.lead_id;
  return { whole: linked, knownBy: isSame ? ['email'] : ['record'] };
}

/** What was read with the lead is not newer than it was: whoever wrote to it since reads again, lest a card be older than it says. */
async function asAfter(
  db: Db,
  asker: Asker,
  whole: WholeLead,
  { lead_id, rev }: Lead,
): Promise<WholeLead | null> {
  const isSame = whole.lead.lead_id === lead_id && whole.lead.rev === rev;
  return isSame ? whole : wholeLead(db, asker, lead_id);
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
