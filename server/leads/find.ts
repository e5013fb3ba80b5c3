/** `POST /api/leads/find`: which lead a CRM record is. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { type FindLead, findAnswer, findLead, type LeadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { leadsByIdent } from '../ingest/claim.ts';
import { cardOf } from './card.ts';
import { definitionIn, taughtDefinition } from './definition.ts';
import { type Lead, liveLead, lockLead } from './follow.ts';
import { emailIdent, emailOf, recordIdent } from './idents.ts';
import { liveCounted } from './live-counted.ts';
import { ownerSeen, withOwner } from './owner.ts';
import { saveLead } from './write-lead.ts';

export const findRoute = route({
  method: 'POST',
  path: '/api/leads/find',
  role: 'rep',
  input: findLead,
  answer: findAnswer,
  handle: async ({ store, asker, input }) => {
    const asked = taughtDefinition(store.db, asker.wsId);
    const [taught, found] = await Promise.all([
      asked,
      find(store, asker.wsId, input, definitionIn(asked)),
    ]);
    if (!found) return done({ found: false as const });
    const { lead, ...known } = found;
    const { lookedAt } = input;
    const card = await cardOf(store, asker, lead, { ...known, taught, lookedAt });
    return done({ found: true as const, card });
  },
});

interface Found {
  lead: Lead;
  knownBy: LeadCard['knownBy'];
  counters?: Counters | null;
}

/**
 * The record goes before the address: a link once made is never changed by what a page happens to show, since that
 * may be a colleague's address in a signature. If both speak of different leads, only the record is believed.
 */
async function find(
  store: Store,
  wsId: string,
  { record: seen, facts }: FindLead,
  definition: Promise<LeadDefinition>,
): Promise<Found | null> {
  const record = recordIdent(seen);
  const address = emailOf(facts.email);
  const email = address === null ? null : emailIdent(address);
  const cells = await leadsByIdent(store.db, wsId, email === null ? [record] : [record, email]);
  const live = await liveCounted(store.db, wsId, [...new Set(cells.values())], definition);
  const named = (ident: string | null) => {
    const cell = ident === null ? undefined : cells.get(ident);
    const counted = cell === undefined ? undefined : live.get(cell);
    return cell !== undefined && counted ? { cell, ...counted } : null;
  };
  const [byRecord, byEmail] = [named(record), named(email)];
  if (byRecord) {
    const agrees = byEmail?.lead.lead_id === byRecord.lead.lead_id;
    const lead = await ownerSeen(store, byRecord, facts.owner);
    const { counters } = byRecord;
    return { lead, counters, knownBy: agrees ? ['record', 'email'] : ['record'] };
  }
  if (!byEmail) return null;
  const { cell, counters } = byEmail;
  const lead = await link(store, wsId, { record, cell, owner: facts.owner });
  if (!lead) return null;
  // Somebody may have linked the record to another lead a moment ago.
  if (lead.lead_id !== byEmail.lead.lead_id) return { lead, knownBy: ['record'] };
  return { lead, counters, knownBy: ['email'] };
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
