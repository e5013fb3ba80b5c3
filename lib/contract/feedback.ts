/** What people say: verdicts and flags (sales), registrations (sales), resolutions (marketing). */
import * as z from 'zod/mini';
import { timelineEvent } from './event.ts';
import { crmRecord, registrationFacts } from './record.ts';
import { contribution } from './score.ts';
import { day, instant, LIMITS, text, uuid } from './text.ts';
import { wakeSignals } from './wake.ts';
import { flagKind, resolutionKind, signalFault, stage, verdictKind } from './words.ts';

/** What the rep saw when deciding. Frozen into the feedback, never recomputed. */
export const snapshot = z.object({
  at: instant,
  cardRev: z.int(),
  definitionVersion: z.int(),
  stage,
  points: z.int(),
  /** The chance in percent that was promised; null when none was. */
  chance: z._default(z.nullable(z.int()), null),
  grade: z.nullable(z.string()),
  enough: z.boolean(),
  contributions: z.array(contribution).check(z.maxLength(40)),
  lastEvents: z.array(timelineEvent).check(z.maxLength(10)),
});
export type Snapshot = z.infer<typeof snapshot>;

/** Common to all: a client-made UUIDv7 is the idempotency key from the click to the table. */
const base = {
  id: uuid,
  leadId: uuid,
  madeAt: instant,
  /** Counts up per device; orders what one device said about one lead, whatever its clock does. */
  seq: z.int().check(z.gte(0)),
  /** Who counted: two browsers of one person each have a `seq` of their own. Left out by extensions of before. */
  outbox: z.optional(uuid),
};

export const verdict = z.object({
  ...base,
  kind: z.literal('verdict'),
  verdict: verdictKind,
  reason: z.nullable(z.string().check(z.maxLength(60))),
  note: text(LIMITS.note),
  /** Recycled until this day; null for every other verdict. */
  until: z.nullable(day),
  /** What wakes a recycled lead besides the day, which may be left out then; empty for every other verdict. */
  wakeOn: z._default(wakeSignals, []),
  snapshot,
});
export type Verdict = z.infer<typeof verdict>;

export const flag = z.object({
  ...base,
  kind: z.literal('flag'),
  flag: flagKind,
  /** The line of the explanation that is wrong; null when the whole score is. */
  ruleId: z.nullable(z.string().check(z.maxLength(60))),
  fault: z.nullable(signalFault),
  note: text(LIMITS.note),
  snapshot,
});
export type Flag = z.infer<typeof flag>;

/** A sales-sourced lead. `leadId` is made by the client; the store answers under it even if it knew the person. */
export const registration = z.object({
  ...base,
  kind: z.literal('registration'),
  record: crmRecord,
  facts: registrationFacts,
});
export type Registration = z.infer<typeof registration>;

/** Marketing's answer to one verdict or flag. */
export const resolution = z.object({
  ...base,
  kind: z.literal('resolution'),
  feedbackId: uuid,
  resolution: resolutionKind,
  reply: text(LIMITS.note),
});
export type Resolution = z.infer<typeof resolution>;

/** Everything that goes through the outbox. */
export const feedbackItem = z.discriminatedUnion('kind', [verdict, flag, registration, resolution]);
export type FeedbackItem = z.infer<typeof feedbackItem>;

/** `POST /api/feedback`. Items are parsed one by one, so that one bad item costs only itself. */
export const feedbackBatch = z.object({
  items: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)),
});

/**
 * The store's word on one item, in the order of the batch.
 * `stored` and `duplicate`: done. `refused`: never will be, `message` says why and what to do. `retry`: later.
 */
export const itemAnswer = z.object({
  /** Null when the item was too broken to carry an id. */
  id: z.nullable(z.string()),
  outcome: z.enum(['stored', 'duplicate', 'refused', 'retry']),
  message: z.nullable(z.string()),
});
export type ItemAnswer = z.infer<typeof itemAnswer>;

export const feedbackAnswer = z.object({ results: z.array(itemAnswer) });
export type FeedbackAnswer = z.infer<typeof feedbackAnswer>;
