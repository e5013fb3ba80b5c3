/** Scores for a page of records: one question for a whole list of the CRM. */
import * as z from 'zod/mini';
import { crmRecord, pageFacts } from './record.ts';
import { scoreView } from './score.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { heat, stage, verdictKind } from './words.ts';

/** A screen shows fifty records at once, some a hundred. */
export const MOST_LOOKED_UP = 200;

/** `POST /api/leads/scores` (rep): records, each with what the list shows of it. Nothing is linked by being looked up. */
export const lookUpItem = z
  .object({ record: z.nullable(crmRecord), facts: pageFacts })
  .check(
    z.refine(
      ({ record, facts }) => record !== null || facts.email !== undefined,
      'It needs a record or an email.',
    ),
  );
export type LookUpItem = z.infer<typeof lookUpItem>;

export const lookUp = z.object({
  items: z.array(lookUpItem).check(z.minLength(1), z.maxLength(MOST_LOOKED_UP)),
});

/** One line of the explanation, without its figures. */
export const reasonInBrief = z.object({ label: text(160), points: z.int() });
export type ReasonInBrief = z.infer<typeof reasonInBrief>;

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
  /** In percent; null while too few verdicts have shown what points mean. */
  chance: z._default(z.nullable(z.int()), null),
  heat: z._default(heat, 'cold'),
  /** What raises the score most, at most three lines. */
  why: z._default(z.array(reasonInBrief).check(z.maxLength(3)), []),
  /** When sales has to have answered; null when nobody waits. */
  dueAt: z._default(z.nullable(instant), null),
  /** The last verdict. */
  said: z._default(
    z.nullable(z.object({ verdict: verdictKind, by: z.string(), mine: z.boolean(), at: instant })),
    null,
  ),
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
