/** `POST /api/leads/cards`: the cards of leads that stand in a list, but for those the client has already. */
import { cardsAnswer, cardsRequest, type LeadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { cardOf } from './card.ts';
import { taughtDefinition } from './definition.ts';
import { liveCounted } from './live-counted.ts';

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
    const taught = await taughtDefinition(db, wsId);
    const live = await liveCounted(
      db,
      wsId,
      input.leads.map(({ leadId }) => leadId),
      taught.definition,
    );
    const known = new Set(input.leads.map(({ leadId, rev }) => `${leadId} ${rev}`));
    // Two of them may have been joined: one card is enough for both.
    const leads = new Map([...live.values()].map((one) => [one.lead.lead_id, one]));
    const changed = [...leads.values()].filter(
      ({ lead: { lead_id, rev } }) => !known.has(`${lead_id} ${rev}`),
    );
    const cards: LeadCard[] = [];
    for (let from = 0; from < changed.length; from += AT_ONCE) {
      const some = changed.slice(from, from + AT_ONCE);
      cards.push(
        ...(await Promise.all(
          some.map(({ lead, counters }) => cardOf(store, asker, lead, { taught, counters })),
        )),
      );
    }
    return done({ cards });
  },
});
