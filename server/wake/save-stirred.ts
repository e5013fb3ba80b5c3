/** Leads written after something happened to them, those that sleep woken by it. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { mailedNear } from '../leads/fast-clicks.ts';
import type { Lead } from '../leads/follow.ts';
import type { LeadEvent } from '../leads/scored-events.ts';
import { saveLeads } from '../leads/write-lead.ts';
import type { Stirred } from './signals.ts';
import { awake, noteWoken, wokenBySignals } from './wake.ts';

interface Stirring {
  /** As they were, by id. */
  was: ReadonlyMap<string, Lead>;
  /** As they are to be, with their new standing. */
  leads: readonly Lead[];
  /** Their events that are in the table since this transaction, by id. */
  fresh: ReadonlyMap<string, readonly LeadEvent[]>;
  definition: LeadDefinition;
}

/** The caller holds the leads since it read them. */
export async function saveStirred(
  tx: Db,
  wsId: string,
  { was, leads, fresh, definition }: Stirring,
  now: number,
): Promise<void> {
  const stirred = leads.map((after) => {
    const { lead_id: id } = after;
    return { before: was.get(id) ?? after, after, fresh: fresh.get(id) ?? [] };
  });
  const human = await withoutScanners(tx, wsId, stirred);
  const woken = await wokenBySignals(tx, wsId, human, definition);
  const written = leads.map((lead) => {
    const waking = woken.get(lead.lead_id);
    return waking ? awake(lead, waking.because, now) : lead;
  });
  await saveLeads(tx, written, now);
  await noteWoken(tx, wsId, woken.values(), now);
}

/** That a click came too fast for a person shows only once it is counted, and then stands in the table alone. */
async function withoutScanners(
  tx: Db,
  wsId: string,
  stirred: readonly Stirred[],
): Promise<readonly Stirred[]> {
  const clicks = new Map(
    stirred.flatMap(({ after, fresh }) => {
      const own = fresh.filter(({ kind }) => kind === 'email_clicked');
      return after.stage === 'recycled' && own.length > 0 ? [[after.lead_id, own] as const] : [];
    }),
  );
  if (clicks.size === 0) return stirred;
  const near = [...(await mailedNear(tx, wsId, clicks)).values()].flat();
  const scanners = new Set(near.filter(({ machine }) => machine).map(({ id }) => id));
  return stirred.map((one) => ({ ...one, fresh: one.fresh.filter(({ id }) => !scanners.has(id)) }));
}
