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
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { leadCard } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { dayOf } from '../../lib/score/counters.ts';
import type { Asker } from '../http/context.ts';
import { route } from '../http/route.ts';
import { calibrationMadeAt } from './calibration.ts';
import { cardOf } from './card.ts';
import { currentDefinition } from './definition.ts';
import { type Lead, liveLead } from './follow.ts';
import { noSuchLead } from './no-such-lead.ts';

export const leadRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  answer: leadCard,
  handle: async ({ store, asker, params, context }) => {
    const [lead, definition] = await Promise.all([
      liveLead(store.db, asker.wsId, params.leadId),
      currentDefinition(store.db, asker.wsId),
    ]);
    if (!lead) return noSuchLead();
    const known = context.req.header('if-none-match');
    const taughtAt = calibrationMadeAt(store.db, asker.wsId, definition.version);
    const tag = async () => {
      const made = `"${readerOf(asker)}.${tagOf(lead, definition, await taughtAt, store.now())}"`;
      context.header('etag', made);
      context.header('cache-control', 'private, no-cache');
      context.header('vary', 'accept-language', { append: true });
      return made;
    };
    if (known !== undefined && has(known, await tag())) return context.body(null, 304);
    // Whoever has no card yet does not wait for the tag: on the embedded database each question waits behind other people's.
    const [card] = await Promise.all([cardOf(store, asker, lead, { definition, taughtAt }), tag()]);
    return done(card);
  },
});

/**
 * A card also changes without a new revision: points fade day by day, the definition may be a new one, and verdicts on others
 * change what points mean.
 */
function tagOf(
  { lead_id, rev }: Lead,
  { version }: LeadDefinition,
  taught: number | null,
  now: number,
): string {
  return [lead_id, rev, version, taught ?? 0, dayOf(now)].join('.');
}

/** A card says what its reader said and watches: whoever signs on next in the same browser is not given this one. */
function readerOf({ language, member }: Asker): string {
  return `${language}.${member.memberId}`;
}

/** Weak or strong, alone or in a list: a proxy may have made it weak. */
function has(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
