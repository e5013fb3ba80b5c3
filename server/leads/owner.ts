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
