/** Some leads scored as of now, in a transaction small enough that nobody who opens a lead waits for it. */
import { setTimeout } from 'node:timers/promises';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { rescore } from '../leads/rescore.ts';
import { saveStirred } from '../wake/save-stirred.ts';

/** On the embedded database everybody else waits while one of these runs. */
const AIM_MS = 50;
const FEWEST = 10;
const MOST = 400;

/** How many leads go into the next transaction: leads differ a hundredfold in what they have done. */
let size = 25;

/** @returns how many leads to take next */
export function chunkSize(): number {
  return size;
}

/**
 * A lead that crosses the line by this is handed over like any other; one that falls below it stays with sales.
 *
 * @param also is written with them
 */
export async function scoreAgain(
  store: Store,
  wsId: string,
  leadIds: readonly string[],
  definition: LeadDefinition,
  also: (tx: Db) => Promise<unknown> = async () => {},
): Promise<void> {
  const started = performance.now();
  const now = store.now();
  const changed = await inTransaction(store.db, async (tx) => {
    const leads = await tx
      .selectFrom('lead')
      .where('lead_id', 'in', [...leadIds])
      .where('ws_id', '=', wsId)
      // Merged away since it was found: what it did is its target's now.
      .where('merged_into', 'is', null)
      .selectAll()
      .orderBy('lead_id')
      .forUpdate()
      .execute();
    const again = leads.map((lead) => ({ lead, saidAt: now, fresh: [] }));
    const standings = await rescore(tx, wsId, again, definition, now);
    const after = leads.map((lead) => ({ ...lead, ...standings.get(lead.lead_id) }));
    const was = new Map(leads.map((lead) => [lead.lead_id, lead]));
    // A new definition may draw the line where a sleeping lead has been all along.
    await saveStirred(tx, wsId, { was, leads: after, fresh: new Map(), definition }, now);
    await also(tx);
    return leads;
  });
  for (const { lead_id } of changed) store.watch.changed(wsId, lead_id);
  const took = performance.now() - started;
  adapt(took);
  // A card is some queries one after the other; without a pause it would wait behind one of these at each.
  await setTimeout(Math.min(took, AIM_MS));
}

function adapt(tookMs: number): void {
  if (tookMs > AIM_MS * 1.5) size = Math.max(FEWEST, Math.floor(size / 2));
  else if (tookMs < AIM_MS / 2) size = Math.min(MOST, size * 2);
}
