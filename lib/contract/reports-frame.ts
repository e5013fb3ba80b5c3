/** What all reports have in common: what is asked, marks, rates. The words are in reports.ts. */
import * as z from 'zod/mini';
import { day, LIMITS, text } from './text.ts';

/** With fewer verdicts no rate is shown: chance alone would move it by more than a fifth. */
export const FEWEST = 20;

/** Of a lead, a source, a reason: a text of the team's own. */
export const name = z.nullable(text(LIMITS.name));
const LONGEST_MS = 3660 * 86_400_000;
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '9998-12-31';

/** @returns whether days can be looked at: at most ten years of them, and of years that dates in any part of a store can tell */
export function isPeriod({ from, to }: { from: string; to: string }): boolean {
  return Date.parse(to) - Date.parse(from) <= LONGEST_MS && from >= FIRST_DAY && to <= LAST_DAY;
}
/** What to do about days that are none. */
export const PERIOD = {
  path: ['to'],
  error: `has to be within ten years of \`from\`, and both from ${FIRST_DAY} to ${LAST_DAY}`,
};

/** The UTC days looked at, both included, and which leads. */
export const reportQuery = z
  .object({
    from: day,
    to: day,
    /** First source or campaign; leave out for all. The empty text is “none known”. */
    source: z.optional(text(LIMITS.name)),
    campaign: z.optional(text(LIMITS.name)),
    sourced: z.optional(z.enum(['marketing', 'sales'])),
  })
  .check(
    z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'has to be `from` or later' }),
    z.refine(isPeriod, PERIOD),
  );
export type ReportQuery = z.infer<typeof reportQuery>;

/** Goes into `mark` of `GET /api/reports/leads` to list the leads behind a figure; beside a rate, those of its `of`. */
export const mark = z.string().check(z.maxLength(600));
/** `n` of `of`; the interval is null below FEWEST. In shares, 0 to 1. */
export const rate = z.object({
  n: z.int(),
  of: z.int(),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
});
export type Rate = z.infer<typeof rate>;

export const reportName = z.enum([
  'headline',
  'funnel',
  'acceptance',
  'reasons',
  'calibration',
  'rules',
  'delays',
  'recycled',
  'sourced',
  'agreement',
  'drift',
]);
export type ReportName = z.infer<typeof reportName>;
