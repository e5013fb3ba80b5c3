/**
 * server/leads: who marketing knows, and what the sidebar is told about them.
 *
 * In: a CRM record and what its page offered, or a lead id that a client remembers. Out: the card (who, score,
 * story, moments, history, warnings), pages of the timeline, and word when any of it changes. Reading follows
 * leads that were merged; writing of events is in server/ingest, of verdicts in server/feedback.
 *
 * This file: `GET /api/leads/:leadId`.
 */
import * as z from 'zod/mini';
import { leadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { dayOf } from '../../lib/score/counters.ts';
import type { Asker } from '../http/context.ts';
import { route } from '../http/route.ts';
import { cardOf } from './card.ts';
import { definitionIn, type Taught, taughtDefinition } from './definition.ts';
import type { Lead } from './follow.ts';
import { liveCounted } from './live-counted.ts';
import { noSuchLead } from './no-such-lead.ts';

export const leadRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  answer: leadCard,
  handle: async ({ store, asker, params, context }) => {
    const { leadId } = params;
    const asked = taughtDefinition(store.db, asker.wsId);
    const [taught, found] = await Promise.all([
      asked,
      liveCounted(store.db, asker.wsId, [leadId], definitionIn(asked)),
    ]);
    const counted = found.get(leadId);
    if (!counted) return noSuchLead();
    const { lead, counters } = counted;
    const tag = `"${readerOf(asker)}.${tagOf(lead, taught, store.now())}"`;
    context.header('etag', tag);
    context.header('cache-control', 'private, no-cache');
    context.header('vary', 'accept-language', { append: true });
    const known = context.req.header('if-none-match');
    if (known !== undefined && has(known, tag)) return context.body(null, 304);
    return done(await cardOf(store, asker, lead, { taught, counters }));
  },
});

/**
 * A card also changes without a new revision: points fade day by day, the definition may be a new one, and verdicts on others
 * change what points mean.
 */
function tagOf({ lead_id, rev }: Lead, { definition, taughtAt }: Taught, now: number): string {
  return [lead_id, rev, definition.version, taughtAt ?? 0, dayOf(now)].join('.');
}

/** A card says what its reader said and watches: whoever signs on next in the same browser is not given this one. */
function readerOf({ language, member }: Asker): string {
  return `${language}.${member.memberId}`;
}

/** Weak or strong, alone or in a list: a proxy may have made it weak. */
function has(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
