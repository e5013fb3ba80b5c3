/** The regular meeting of both sides, on one page: what changed, what each side promised and kept, what is open, what was decided. */
import * as z from 'zod/mini';
import { versionLine } from './agreement.ts';
import { headlineReport } from './reports.ts';
import { isPeriod, PERIOD } from './reports-frame.ts';
import { day, filled, instant, LIMITS, text, uuid } from './text.ts';

/** `GET /api/check-in?from=&to=` (rep): UTC days, both included. */
export const checkInQuery = z.object({ from: day, to: day }).check(
  z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'has to be `from` or later' }),
  z.refine(isPeriod, PERIOD),
);

/**
 * One promise of the definition in force at the end of the period. `kept` of `of` cases; a promise about a number has the number in
 * `kept` and what was promised in `of`. `held` is null while there are too few to say.
 */
export const promise = z.object({
  what: z.enum([
    /** Marketing: as many leads as promised; the promised share of them accepted; handed over and answered in time. */
    'volume',
    'quality',
    'handoff-in-time',
    'answer-in-time',
    /** Sales: a verdict in time; a reason with every rejection. */
    'verdict-in-time',
    'reason-given',
  ]),
  by: z.enum(['marketing', 'sales']),
  kept: z.int(),
  of: z.int(),
  /** The share or number promised; 1 where it was promised of each of them, as deadlines are: then one missed is not held. */
  promised: z.nullable(z.number()),
  held: z.nullable(z.boolean()),
});
export type PromiseKept = z.infer<typeof promise>;

/** What waits for somebody to decide. Numbers and names only: the page says it in words. */
export const openPoint = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('draft'),
    version: z.int(),
    waitsFor: z.array(z.enum(['marketing', 'sales'])),
  }),
  z.object({ what: z.literal('late-answers'), n: z.int() }),
  z.object({ what: z.literal('late-verdicts'), n: z.int() }),
  z.object({ what: z.literal('suggestions'), n: z.int() }),
  z.object({ what: z.literal('suspicion'), label: z.string(), n: z.int(), accepted: z.int() }),
  z.object({
    what: z.literal('pattern'),
    reason: z.string(),
    label: z.string(),
    n: z.int(),
    of: z.int(),
  }),
  z.object({ what: z.literal('disagreement'), pairs: z.int(), same: z.int() }),
]);
export type OpenPoint = z.infer<typeof openPoint>;

/** Something both sides decided. */
export const decision = z.object({
  decisionId: uuid,
  at: instant,
  by: z.string(),
  text: text(LIMITS.line),
  /** Who does it. */
  owner: z.nullable(text(LIMITS.name)),
  dueOn: z.nullable(day),
  doneAt: z.nullable(instant),
});
export type Decision = z.infer<typeof decision>;

export const checkIn = z.object({
  from: day,
  to: day,
  workspace: z.string(),
  headline: headlineReport,
  /** As long a period just before. */
  before: headlineReport,
  promises: z.array(promise),
  /** Versions that came into force in the period, newest first. */
  changes: z.array(versionLine),
  open: z.array(openPoint),
  /** Made in the period; and from before those that are not done. Oldest first. */
  decisions: z.array(decision),
});
export type CheckIn = z.infer<typeof checkIn>;

/** `POST /api/check-in/decisions` (rep). The id is made by the client, so saying it twice says it once. */
export const decisionRequest = z.object({
  decisionId: uuid,
  text: filled(LIMITS.line),
  owner: z._default(z.nullable(filled(LIMITS.name)), null),
  dueOn: z._default(z.nullable(day), null),
});
/** `PUT /api/check-in/decisions/:decisionId` (rep): done, or not after all. `DELETE` takes it back (who made it, or an admin). */
export const decisionChange = z.object({ done: z.boolean() });
