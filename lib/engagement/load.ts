/** The worker's side: asks the store and keeps the answer, so that next time it is there at once. */
import type { FindAnswer, FindLead } from '../contract/lead.ts';
import type { Result } from '../contract/problem.ts';
import type { Client } from '../sync/client.ts';
import type { Cards } from './cards.ts';

/** @returns the lead behind a record, found by record or e-mail address; kept for the next look */
export async function findLead(
  client: Client,
  cards: Cards,
  find: FindLead,
): Promise<Result<FindAnswer>> {
  const answer = await client.findLead(find);
  if (answer.ok && answer.value.found) await cards.keep(answer.value.card, find.record);
  else if (answer.ok) await cards.forgetRecord(find.record);
  return answer;
}
