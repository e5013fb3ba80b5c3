/** The worker's side: asks the store and keeps the answer, so that next time it is there at once. */
import type { FindAnswer, FindLead, LeadCard } from '../contract/lead.ts';
import type { Result } from '../contract/problem.ts';
import type { Client } from '../sync/client.ts';
import type { Cards } from './cards.ts';
import type { Looks } from './looked.ts';

/**
 * @param find without `lookedAt`, the last look at the lead that was last seen on this record is meant
 * @returns the lead behind a record, found by record or e-mail address; kept for the next look
 */
export async function findLead(
  client: Pick<Client, 'findLead'>,
  cards: Pick<Cards, 'keep' | 'forgetRecord' | 'leadOf'>,
  looks: Pick<Looks, 'at'>,
  find: FindLead,
): Promise<Result<FindAnswer>> {
  const lookedAt = find.lookedAt ?? (await lastLook(cards, looks, find));
  const answer = await client.findLead({ ...find, ...(lookedAt ? { lookedAt } : {}) });
  if (answer.ok && answer.value.found) await cards.keep(answer.value.card, find.record);
  else if (answer.ok) await cards.forgetRecord(find.record);
  return answer;
}

/** @returns one lead by its id; kept as well */
export async function getLead(
  client: Client,
  cards: Cards,
  leadId: string,
): Promise<Result<LeadCard>> {
  const answer = await client.card(leadId);
  if (answer.ok) await cards.keep(answer.value, null);
  return answer;
}

async function lastLook(
  cards: Pick<Cards, 'leadOf'>,
  looks: Pick<Looks, 'at'>,
  { record }: FindLead,
): Promise<string | undefined> {
  const leadId = await cards.leadOf(record).catch(() => null);
  return leadId === null ? undefined : looks.at(leadId).catch(() => undefined);
}
