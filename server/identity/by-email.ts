/** `POST /api/leads/by-email`: whose address this is, for those who are about to say that two are one person. */
import { byEmailAnswer, byEmailRequest } from '../../lib/contract/identity.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { leadByIdent } from '../leads/find.ts';
import { emailIdent } from '../leads/idents.ts';

export const byEmailRoute = route({
  method: 'POST',
  path: '/api/leads/by-email',
  role: 'marketer',
  input: byEmailRequest,
  answer: byEmailAnswer,
  handle: async ({ store, asker, input }) => {
    const lead = await leadByIdent(store.db, asker.wsId, emailIdent(input.email));
    if (!lead) return done({ lead: null });
    const { lead_id: leadId, name, company } = lead;
    return done({ lead: { leadId, name, company } });
  },
});
