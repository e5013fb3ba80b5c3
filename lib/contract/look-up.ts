/** Scores for a page of records: one question for a whole list of the CRM. */
import * as z from 'zod/mini';
import { findLead } from './lead.ts';
import { scoreView } from './score.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { stage } from './words.ts';

/** A screen shows fifty records at once, some a hundred. */
export const MOST_LOOKED_UP = 200;

/** `POST /api/leads/scores` (rep): records, each with what the list shows of it. Nothing is linked by being looked up. */
export const lookUp = z.object({
  items: z.array(findLead).check(z.minLength(1), z.maxLength(MOST_LOOKED_UP)),
});

/** The numbers of the card (`scoreView`), without their explanation. */
export const leadInBrief = z.object({
  found: z.literal(true),
  leadId: uuid,
  /** That of the card: a client that has the card of this revision need not load it. */
  rev: z.int(),
  name: z.nullable(text(LIMITS.name)),
  stage,
  optedOut: z.boolean(),
  ...z.pick(scoreView, {
    points: true,
    fitPoints: true,
    engagementPoints: true,
    grade: true,
    enough: true,
  }).shape,
});
export type LeadInBrief = z.infer<typeof leadInBrief>;

/** One answer for each item, in the order they were asked. */
export const lookUpAnswer = z.object({
  items: z.array(
    z.discriminatedUnion('found', [leadInBrief, z.object({ found: z.literal(false) })]),
  ),
  mqlAt: z.int(),
  definitionVersion: z.int(),
  asOf: instant,
});
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
