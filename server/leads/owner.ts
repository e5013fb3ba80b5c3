/** Whose lead it is, as the CRM's page shows it. */
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { inPart } from '../identity/in-part.ts';
import { type Lead, lockLead } from './follow.ts';
import { saveLead } from './write-lead.ts';

/** What a page says of it; a page that shows none says nothing. */
type Shown = string | undefined;

/**
 * One person may have two records, or one record that calls its owner “Ana (you)” to Ana. Each page would write its own word,
 * which is news to the page beside it, which would ask and write its own again: so nobody's word is taken twice in this time.
 */
const TAKEN_FOR_MS = 10 * 60_000;

/** By database, then by part and owner: when that word was taken, the longest ago first. */
const taken = new WeakMap<Db, Map<string, number>>();

/**
 * The caller holds the lead and writes what is returned.
 *
 * @param cell the part whose record shows the owner
 */
export async function withOwner(tx: Db, lead: Lead, cell: string, owner: Shown): Promise<Lead> {
  if (!owner || owner === lead.owner) return lead;
  return (await inPart(tx, lead, cell, (part) => ({ ...part, owner }))) ?? lead;
}

/** @returns the lead as it is after its record was seen; written only when that is another owner */
export async function ownerSeen(
  store: Store,
  { lead, cell }: { lead: Lead; cell: string },
  owner: Shown,
): Promise<Lead> {
  if (!owner || owner === lead.owner) return lead;
  const { ws_id: wsId } = lead;
  if (isTaken(store, `${wsId} ${cell} ${owner}`)) return lead;
  const seen = await inTransaction(store.db, async (tx) => {
    const locked = await lockLead(tx, wsId, cell);
    if (!locked) return null;
    const after = await withOwner(tx, locked, cell, owner);
    if (after.owner === locked.owner) return { lead: after, isNew: false };
    return { lead: { ...after, rev: await saveLead(tx, after, store.now()) }, isNew: true };
  });
  if (!seen) return lead;
  if (seen.isNew) store.watch.changed(wsId, seen.lead.lead_id);
  return seen.lead;
}

/** Remembers the word as well: it is about to be written. */
function isTaken({ db, now }: Pick<Store, 'db' | 'now'>, word: string): boolean {
  const own = taken.get(db) ?? new Map<string, number>();
  taken.set(db, own);
  const at = now();
  for (const [one, since] of own) {
    if (at - since < TAKEN_FOR_MS) break;
    own.delete(one);
  }
  if (own.has(word)) return true;
  own.set(word, at);
  return false;
}
