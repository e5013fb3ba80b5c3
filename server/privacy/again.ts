/**
 * Once more, a minute after: a batch that was being written while somebody was erased, or that another process took for it
 * had not heard yet, may have brought a little of them back. Then the names themselves go, and only the marks stay.
 */
import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { ErasureTable } from '../db/schema-privacy.ts';
import type { Store } from '../http/context.ts';
import { dropCounters } from '../leads/counting.ts';
import { currentDefinition } from '../leads/definition.ts';
import { nameOf } from '../leads/find.ts';
import { type Lead, lockLead } from '../leads/follow.ts';
import { rescore } from '../leads/rescore.ts';
import { saveLead } from '../leads/write-lead.ts';
import { erase } from './erase.ts';
import { scrub } from './scrub.ts';

/** Longer than other processes go by what they know, and than any request takes. */
const AFTER_MS = 60_000;

const sealedNames = z.array(z.string());

/** @returns how many erasures were finished */
export async function finishErasures(
  store: Store,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const due = await store.db
    .selectFrom('erasure')
    .where('ws_id', '=', wsId)
    .where('swept_at', 'is', null)
    .where('at', '<=', new Date(store.now() - AFTER_MS))
    .selectAll()
    .execute();
  let finished = 0;
  for (const erasure of due) {
    if (!(await mayGoOn())) break;
    try {
      await finishOne(store, erasure);
      finished++;
    } catch (err) {
      // Of another key, perhaps. It stays due, and nobody who was erased after it waits for it.
      store.log.error({ err, erasureId: erasure.erasure_id }, 'an erasure could not be finished');
      store.metrics.workFailed();
    }
  }
  return finished;
}

async function finishOne(
  store: Store,
  { ws_id, erasure_id, at, names }: Selectable<ErasureTable>,
): Promise<void> {
  const idents = names === null ? [] : sealedNames.parse(JSON.parse(store.seal.open(names)));
  for (const ident of idents) await eraseLeftovers(store, ws_id, ident, at);
  await scrub(store.db, ws_id, idents);
  await store.db
    .updateTable('erasure')
    .set({ names: null, swept_at: new Date(store.now()) })
    .where('ws_id', '=', ws_id)
    .where('erasure_id', '=', erasure_id)
    .execute();
}

async function eraseLeftovers(store: Store, wsId: string, ident: string, at: Date): Promise<void> {
  const found = await nameOf(store.db, wsId, ident);
  if (!found) return dropNobodys(store.db, wsId, ident);
  const gone = await inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, found.cell);
    if (!lead) return false;
    const isNews = await dropOlder(tx, lead, at);
    if (isNews) await scoredAgain(tx, store, lead);
    return !isNews;
  });
  if (gone) await erase(store, wsId, found.lead.lead_id, null);
}

/** An address is claimed after its lead is written (ingest/at-once.ts): between the two, the lead may have been erased. */
async function dropNobodys(db: Db, wsId: string, ident: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('identity')
      .where('ident', '=', ident)
      .where('ws_id', '=', wsId)
      .select('lead_id')
      .executeTakeFirst();
    if (!row || (await lockLead(tx, wsId, row.lead_id))) return;
    await tx
      .deleteFrom('identity')
      .where('ident', '=', ident)
      .where('ws_id', '=', wsId)
      .where('lead_id', '=', row.lead_id)
      .execute();
  });
}

/** @returns whether there is anything of later, which is somebody who came anew */
async function dropOlder(tx: Db, lead: Lead, at: Date): Promise<boolean> {
  const { lead_id: leadId, ws_id: wsId } = lead;
  await tx
    .deleteFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('at', '<', at)
    .execute();
  const event = await tx
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .select('event_id')
    .limit(1)
    .executeTakeFirst();
  const said = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .select('feedback_id')
    .limit(1)
    .executeTakeFirst();
  return Boolean(event || said || (lead.traits_at && lead.traits_at >= at));
}

async function scoredAgain(tx: Db, store: Store, lead: Lead): Promise<void> {
  const now = store.now();
  const definition = await currentDefinition(tx, lead.ws_id);
  await dropCounters(tx, lead.ws_id, lead.lead_id);
  const changed = [{ lead, saidAt: now, fresh: null }];
  const standing = (await rescore(tx, lead.ws_id, changed, definition, now)).get(lead.lead_id);
  await saveLead(tx, { ...lead, ...standing }, now);
}
