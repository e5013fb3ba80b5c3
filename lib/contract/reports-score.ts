/** Reports on whether the score and the promises hold. The words are in reports.ts. */
import * as z from 'zod/mini';
import { drift } from './drift.ts';
import { mark, name, rate } from './reports-frame.ts';
import { day, text, uuid } from './text.ts';

/**
 * `GET /api/reports/calibration`: last verdicts given in the period for which a chance had been promised: promised against actual,
 * by tens of percent; and tenths of the leads by that chance, best first. Sales-sourced leads have no place in it.
 */
export const calibrationReport = z.object({
  bands: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      /** Mean of the promises, as a share. */
      promised: z.number(),
      accepted: rate,
      /** Of these: good leads at a bad time. Not accepted, and nothing the promise was wrong about for ever. */
      recycled: z.optional(z.int()),
      /** Of these, handed over from below the line to see what it misses. */
      audit: z.int(),
      mark,
    }),
  ),
  /** Mean distance between promise and outcome over the bands, weighted by n; null below FEWEST. */
  off: z.nullable(z.number()),
  tenths: z.array(z.object({ tenth: z.int(), accepted: rate })),
  /** Acceptance of the best tenth over that of all; null below 10 × FEWEST. */
  lift10: z.nullable(z.number()),
  all: rate,
  /** Verdicts in the period with no promise beside them: given before there were enough. */
  unpromised: z.int(),
});
export type CalibrationReport = z.infer<typeof calibrationReport>;

/** `GET /api/reports/rules`: last verdicts given in the period, by the lines the rep saw: accepted with each, and without. */
export const rulesReport = z.object({
  rows: z.array(
    z.object({
      ruleId: z.string(),
      label: text(160),
      side: z.enum(['engagement', 'fit', 'gone']),
      with: rate,
      without: rate,
      /** Acceptance with over without; null below FEWEST on either side. */
      lift: z.nullable(z.number()),
      mark,
    }),
  ),
  all: rate,
});
export type RulesReport = z.infer<typeof rulesReport>;

/** How long something took, in minutes. */
const delay = z.object({
  n: z.int(),
  /** Minutes. */
  promise: z.number(),
  kept: z.int(),
  median: z.nullable(z.number()),
  /** Sum, to tell whose waiting it was. */
  sum: z.number(),
  /** Up to so many minutes, more than the bin before; null: longer than all. */
  bins: z.array(z.object({ upTo: z.nullable(z.int()), n: z.int(), mark })),
});
/**
 * `GET /api/reports/delays`: leads handed over in the period. System: from what they did last before the handoff to the handoff. Human:
 * from the handoff to the first verdict after it, or no time where the last one was given before and the lead did not wake since.
 * `waiting`: no verdict yet; `late`: and sales' time is over.
 */
export const delaysReport = z.object({
  system: delay,
  human: delay,
  waiting: z.object({ n: z.int(), late: z.int(), mark, lateMark: mark }),
});
export type DelaysReport = z.infer<typeof delaysReport>;

/**
 * `GET /api/reports/agreement`: verdicts given in the period by different people on one lead, in pairs. `reps` is null unless an
 * administrator allows figures of single people.
 */
export const agreementReport = z.object({
  pairs: z.int(),
  /** Both accepted it, or both did not. What each said last in the period counts. */
  same: z.int(),
  /** Leads that two spoke about, and those where two said different things; a lead has a pair for every two people. */
  marks: z.optional(z.object({ pairs: mark, apart: mark })),
  /** Pairs in which one of the two gave this reason, and how often the other gave it too. */
  reasons: z.array(z.object({ reason: name, pairs: z.int(), same: z.int() })),
  reps: z.nullable(
    z.array(z.object({ memberId: uuid, name: z.string(), judged: rate, recycled: z.int() })),
  ),
});
export type AgreementReport = z.infer<typeof agreementReport>;

/**
 * `GET /api/reports/drift`: month by month, what was promised and what came; and which inputs are others than they were. The months
 * are of the verdicts of the report of calibration: those with a promise.
 */
export const driftReport = z.object({
  months: z.array(z.object({ month: day, promised: z.nullable(z.number()), accepted: rate, mark })),
  /** Of the definition in force, over all verdicts: not of the period. */
  inputs: drift.shape.inputs,
});
export type DriftReport = z.infer<typeof driftReport>;
