/** "Next on the hot list": the best one that nobody has been to in this round. */
import type { MyLead } from '../contract/mine.ts';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';

/**
 * @param hot best first
 * @param here the record in front, if any
 * @param been leads that were opened this way since the round began
 * @returns where to go, and where one has been then; null when the list is empty
 */
export function nextLead(
  hot: readonly MyLead[],
  here: CrmRecord | null,
  been: readonly string[],
): { lead: MyLead; been: string[] } | null {
  const key = here && recordKey(here);
  const current = hot.find(({ records }) => records.some((record) => recordKey(record) === key));
  const round = current ? [...been, current.leadId] : been;
  const fresh = hot.find(({ leadId }) => !round.includes(leadId));
  if (fresh) return { lead: fresh, been: [...round, fresh.leadId] };
  // All were opened: the next round begins, with the best that is not in front already.
  const first = hot.find((lead) => lead !== current) ?? hot[0];
  return first ? { lead: first, been: [first.leadId] } : null;
}
