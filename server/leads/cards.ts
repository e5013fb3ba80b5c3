/** `POST /api/leads/cards`: the cards of leads that stand in a list, but for those the client has already. */
import { cardsAnswer, cardsRequest, type LeadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { calibrationMadeAt } from './calibration.ts';
import { cardOf } from './card.ts';
import { currentDefinition } from './definition.ts';
import { liveLeads } from './follow.ts';

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
    const [definition, live] = await Promise.all([
      currentDefinition(db, wsId),
      liveLeads(
        db,
        wsId,
        input.leads.map(({ leadId }) => leadId),
      ),
    ]);
    const known = new Set(input.leads.map(({ leadId, rev }) => `${leadId} ${rev}`));
    // Two of them may have been joined: one card is enough for both.
    const leads = new Map([...live.values()].map((lead) => [lead.lead_id, lead]));
    const changed = [...leads.values()].filter(
      ({ lead_id, rev }) => !known.has(`${lead_id} ${rev}`),
    );
    const taughtAt = calibrationMadeAt(db, wsId, definition.version);
    const cards: LeadCard[] = [];
    for (let from = 0; from < changed.length; from += AT_ONCE) {
      const some = changed.slice(from, from + AT_ONCE);
      cards.push(
        ...(await Promise.all(
          some.map((lead) => cardOf(store, asker, lead, { definition, taughtAt })),
        )),
      );
    }
    return done({ cards });
  },
});
