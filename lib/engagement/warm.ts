/** Cards of leads that are on screen in a list, fetched before somebody opens one. */

import { done, type Result } from '../contract/problem.ts';
import type { CrmRecord } from '../contract/record.ts';
import type { Client } from '../sync/client.ts';
import type { Cards } from './cards.ts';

export interface OnScreen {
  leadId: string;
  /** Of the card, as the list knows it. */
  rev: number;
  /** The row's, under which the card is looked for when it is opened. */
  record: CrmRecord | null;
}

/** Asks for those cards only that are not kept in this revision. */
export async function warmLeads(
  client: Pick<Client, 'cards'>,
  cards: Pick<Cards, 'ofLead' | 'ofRecord' | 'keep'>,
  leads: readonly OnScreen[],
): Promise<Result<null>> {
  const known = await Promise.all(
    leads.map(async (lead) => ({
      lead,
      kept: await cards.ofLead(lead.leadId),
      named: lead.record && (await cards.ofRecord(lead.record)),
    })),
  );
  // Kept, but under another record: whoever opens this one must find it too.
  for (const { lead, kept, named } of known) {
    if (kept && named?.card.leadId !== lead.leadId) await cards.keep(kept.card, lead.record);
  }
  const old = known.filter(({ lead, kept }) => (kept?.card.rev ?? -1) < lead.rev);
  if (old.length === 0) return done(null);
  const answer = await client.cards(
    old.map(({ lead, kept }) => ({ leadId: lead.leadId, rev: kept?.card.rev ?? null })),
  );
  if (!answer.ok) return answer;
  const records = new Map(leads.map(({ leadId, record }) => [leadId, record]));
  for (const card of answer.value.cards) await cards.keep(card, records.get(card.leadId) ?? null);
  return done(null);
}
