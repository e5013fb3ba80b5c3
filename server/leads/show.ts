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
import { uuid } from '../../lib/contract/text.ts';
import { dayOf } from '../../lib/score/counters.ts';
import type { Asker } from '../http/context.ts';
import { route } from '../http/route.ts';
import { hasAny, hasThis } from '../http/tagged.ts';
import { cardOf } from './card.ts';
import { type Taught, taughtDefinition } from './definition.ts';
import { type Lead, liveLead } from './follow.ts';
import { noSuchLead } from './no-such-lead.ts';
import { wholeLead } from './whole-lead.ts';

export const leadRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  answer: leadCard,
  reads: true,
  handle: async ({ store, asker, params, context }) => {
    const { db, now } = store;
    const { leadId } = params;
    const taught = await taughtDefinition(db, asker);
    const tagOf = (lead: Lead) => `${readerOf(asker)}.${stateOf(lead, taught, now())}`;
    if (hasAny(context)) {
      // Most who have it already have it as it is, and the lead alone tells that.
      const lead = await liveLead(db, asker.wsId, leadId);
      if (!lead) return noSuchLead();
      const tag = tagOf(lead);
      if (hasThis(context, tag)) return { ok: true, tag, value: null };
    }
    const whole = await wholeLead(db, asker, leadId);
    if (!whole) return noSuchLead();
    return { ok: true, tag: tagOf(whole.lead), value: await cardOf(store, asker, whole) };
  },
});

/**
 * A card also changes without a new revision: points fade day by day, the definition may be a new one, and verdicts on others
 * change what points mean.
 */
function stateOf({ lead_id, rev }: Lead, { definition, taughtAt }: Taught, now: number): string {
  return [lead_id, rev, definition.version, taughtAt ?? 0, dayOf(now)].join('.');
}

/** A card says what its reader said and watches: whoever signs on next in the same browser is not given this one. */
function readerOf({ language, member }: Asker): string {
  return `${language}.${member.memberId}`;
}
