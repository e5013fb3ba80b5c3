/** `GET /api/leads/:leadId/changes`: answers when the card is another one than the client has, or time is up. */
import * as z from 'zod/mini';
import { changeAnswer } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { route } from '../http/route.ts';
import { liveLead } from './follow.ts';
import { noSuchLead } from './no-such-lead.ts';

const changesQuery = z.object({
  rev: z.coerce.number().check(z.int(), z.gte(0)),
  /** Seconds. Chrome ends a worker whose fetch takes 30. */
  wait: z._default(z.coerce.number().check(z.gte(0), z.lte(25)), 20),
});

export const changesRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId/changes',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  input: changesQuery,
  answer: changeAnswer,
  handle: async ({ store, asker, params, input, context }) => {
    const ends = AbortSignal.any([
      store.stopping,
      context.req.raw.signal,
      AbortSignal.timeout(input.wait * 1000),
    ]);
    for (;;) {
      const listening = store.watch.listen(asker.wsId, params.leadId);
      ends.addEventListener('abort', listening.stop);
      try {
        const lead = await liveLead(store.db, asker.wsId, params.leadId);
        if (!lead) return noSuchLead();
        // Another revision rather than a higher one: after a restore from a backup it may be lower.
        if (lead.rev !== input.rev) return done({ rev: lead.rev, changed: true });
        if (ends.aborted) return done({ rev: lead.rev, changed: false });
        listening.since(lead.lead_id, lead.rev);
        await listening.happened;
      } finally {
        listening.stop();
        ends.removeEventListener('abort', listening.stop);
      }
    }
  },
});
