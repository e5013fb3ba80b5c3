/** Sales found somebody without marketing: a lead under the id that the client made for it. */
import type { Registration } from '../../lib/contract/feedback.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import { announce } from '../hooks/tell.ts';
import type { Asker, Store } from '../http/context.ts';
import { inPart, partMeant } from '../identity/in-part.ts';
import { currentDefinition } from '../leads/definition.ts';
import { nameOf } from '../leads/find.ts';
import { type Lead, lockLead } from '../leads/follow.ts';
import { emailIdent, emailOf, recordIdent } from '../leads/idents.ts';
import { blankLead, changedFit, colleagueKeys, withSince } from '../leads/person.ts';
import { rescore } from '../leads/rescore.ts';
import { insertLeads, saveLead } from '../leads/write-lead.ts';
import { erasedAmong, latestErasure } from '../privacy/marks.ts';
import { DUPLICATE, type Outcome, STORED, timesOf } from './outcome.ts';

/**
 * If the store knew the person after all (by record, else by address), the client's id becomes another name of the
 * lead it knew, so that what the client says under its id arrives there.
 */
export async function storeRegistration(
  store: Store,
  asker: Asker,
  item: Registration,
): Promise<Outcome> {
  const { wsId } = asker;
  const address = emailOf(item.facts.email);
  if (item.facts.email && address === null) {
    return {
      outcome: 'refused',
      message: `“${item.facts.email}” is not an e-mail address. Register the lead again without it, or correct it.`,
    };
  }
  if (await isOfErased(store, wsId, item, address)) return ERASED;
  const registered = await inTransaction(store.db, async (tx) => {
    const idents = [recordIdent(item.record), ...(address === null ? [] : [emailIdent(address)])];
    const { lead, cell } = await leadFor(tx, store, wsId, item, idents);
    if (!(await remember(tx, store, asker, item, { leadId: lead.lead_id, cell }))) return null;
    await linkAll(tx, wsId, idents, cell);
    const said = timesOf(item, store).order_at;
    const known =
      (await inPart(tx, lead, cell, (part) => withFacts(part, item, address, said))) ?? lead;
    const definition = await currentDefinition(tx, wsId);
    const now = store.now();
    const standing = await rescore(
      tx,
      wsId,
      [{ lead: known, saidAt: now, fresh: [] }],
      definition,
      now,
    );
    const rev = await saveLead(tx, { ...known, ...standing.get(known.lead_id) }, now);
    const news = { kind: 'feedback', leadId: lead.lead_id, rev, subject: item.id } as const;
    await announce(tx, wsId, news, now);
    return lead.lead_id;
  });
  if (registered === null) return DUPLICATE;
  store.watch.changed(wsId, registered);
  return STORED;
}

const ERASED: Outcome = {
  outcome: 'refused',
  message:
    'This person was erased after you registered them. Register them again if they have come back to you.',
};

/** An outbox may have been offline while somebody was erased. */
async function isOfErased(
  store: Store,
  wsId: string,
  { record, madeAt }: Registration,
  address: string | null,
): Promise<boolean> {
  const at = Date.parse(madeAt);
  const latest = await latestErasure(store.db, wsId);
  if (latest === null || at >= latest) return false;
  const idents = [recordIdent(record), ...(address === null ? [] : [emailIdent(address)])];
  const erased = await erasedAmong(store, wsId, idents);
  return [...erased.values()].some((time) => at < time);
}

/** A lead, and the part of it that is meant. */
interface Meant {
  lead: Lead;
  cell: string;
}

/** @returns the lead this registration is about, locked; made if nobody knew the person */
async function leadFor(
  tx: Db,
  store: Store,
  wsId: string,
  item: Registration,
  idents: readonly string[],
): Promise<Meant> {
  const again = await lockLead(tx, wsId, item.leadId);
  if (again)
    return { lead: again, cell: (await partMeant(tx, again, item.leadId)) ?? again.lead_id };
  for (const ident of idents) {
    const known = await nameOf(tx, wsId, ident);
    const lead = known && (await lockLead(tx, wsId, known.cell));
    if (!lead) continue;
    const { cell } = known;
    await insertLeads(tx, [{ ...blankLead(item.leadId, wsId, store.now()), merged_into: cell }]);
    return { lead, cell };
  }
  const blank = { ...blankLead(item.leadId, wsId, store.now()), sales_sourced: true };
  await insertLeads(tx, [blank]);
  const lead = (await lockLead(tx, wsId, item.leadId)) ?? blank;
  return { lead, cell: lead.lead_id };
}

/** @returns false when this registration was stored before */
async function remember(
  tx: Db,
  store: Store,
  asker: Asker,
  item: Registration,
  { leadId, cell }: { leadId: string; cell: string },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('feedback')
    .values({
      lead_id: leadId,
      ws_id: asker.wsId,
      feedback_id: item.id,
      member_id: asker.member.memberId,
      kind: 'registration',
      verdict: null,
      flag: null,
      reason_label: null,
      body: toJson(item),
      seq: item.seq,
      ...timesOf(item, store),
      queue: null,
      origin: cell === leadId ? null : cell,
    })
    .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id', 'feedback_id']).doNothing())
    .returning('feedback_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Names that somebody has stay with them. */
async function linkAll(
  tx: Db,
  wsId: string,
  idents: readonly string[],
  leadId: string,
): Promise<void> {
  await tx
    .insertInto('identity')
    .values(idents.map((ident) => ({ ident, ws_id: wsId, lead_id: leadId })))
    .onConflict((conflict) => conflict.columns(['ident', 'ws_id']).doNothing())
    .execute();
}

/** What the rep typed fills blanks; what marketing knows stays. */
function withFacts(
  lead: Lead,
  { facts }: Registration,
  address: string | null,
  saidAt: Date,
): Lead {
  const person = {
    name: lead.name ?? facts.name,
    title: lead.title ?? facts.title ?? null,
    company: lead.company ?? facts.company ?? null,
    email: lead.email ?? address,
  };
  const known = { ...lead, ...person, ...colleagueKeys(person) };
  const traits = withSince(lead.traits, changedFit(lead, known), saidAt.getTime());
  return { ...known, traits };
}
