/** `POST /api/definitions/preview`: what another definition would have done with recorded verdicts and recent leads. Nothing is written. */
import { preview, previewRequest } from '../../lib/contract/learning.ts';
import { done } from '../../lib/contract/problem.ts';
import { preview as previewed } from '../../lib/score/learn/preview.ts';
import { checked } from '../definitions/check.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { liveLeads } from '../leads/follow.ts';
import { recentLeads } from './recent.ts';
import { judgedFor } from './tables.ts';

export const previewRoute = route({
  method: 'POST',
  path: '/api/definitions/preview',
  role: 'rep',
  input: previewRequest,
  answer: preview,
  handle: async ({ store, asker: { wsId }, input }) => {
    const good = checked(input.definition);
    if (!good.ok) return good;
    const after = good.value;
    const before = await currentDefinition(store.db, wsId);
    const { table, verdicts } = await judgedFor(store, wsId, before, after);
    const { flips, ...rest } = previewed(verdicts, before, after, store.now(), table);
    const [leads, recent] = await Promise.all([
      liveLeads(
        store.db,
        wsId,
        flips.map(({ leadId }) => leadId),
      ),
      recentLeads(store, wsId, before, after),
    ]);
    const named = flips.map((flip) => {
      const lead = leads.get(flip.leadId);
      return { ...flip, name: lead?.name ?? lead?.email ?? null };
    });
    return done({ ...rest, flips: named, leads: recent });
  },
});
