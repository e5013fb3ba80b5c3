/** `POST /api/leads/cards`: the cards of leads that stand in a list, but for those the client has already. */
import { cardsAnswer, cardsRequest, type LeadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { cardOf } from './card.ts';
import { liveLeads } from './follow.ts';
import { wholeLead } from './whole-lead.ts';

/** Each card is some statements; more at once would make somebody who opens one lead wait behind a whole list. */
const AT_ONCE = 4;

export const cardsRoute = route({
  method: 'POST',
  path: '/api/leads/cards',
  role: 'rep',
  input: cardsRequest,
  answer: cardsAnswer,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const live = await liveLeads(
      db,
      wsId,
      input.leads.map(({ leadId }) => leadId),
    );
    const known = new Set(input.leads.map(({ leadId, rev }) => `${leadId} ${rev}`));
    // Two of them may have been joined: one card is enough for both.
    const leads = new Map([...live.values()].map((lead) => [lead.lead_id, lead.rev]));
    const changed = [...leads].filter(([leadId, rev]) => !known.has(`${leadId} ${rev}`));
    const cards: LeadCard[] = [];
    for (let from = 0; from < changed.length; from += AT_ONCE) {
      const some = changed.slice(from, from + AT_ONCE).map(async ([leadId]) => {
        const whole = await wholeLead(db, asker, leadId);
        return whole ? [await cardOf(store, asker, whole)] : [];
      });
      cards.push(...(await Promise.all(some)).flat());
    }
    return done({ cards });
  },
});
