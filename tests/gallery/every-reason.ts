import type { LeadCard } from '../../lib/contract/lead.ts';

/** @returns the label of every reason by its id. */
export const everyReason = (card: LeadCard): Record<string, string> =>
  Object.fromEntries(
    Object.values(card.definition.reasons)
      .flat()
      .map(({ id, label }) => [id, label]),
  );
