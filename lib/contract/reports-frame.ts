/** What all reports have in common: what is asked, marks, rates. The words are in reports.ts. */
import * as z from 'zod/mini';
import { day, LIMITS, text } from './text.ts';

/** With fewer verdicts no rate is shown: chance alone would move it by more than a fifth. */
export const FEWEST = 20;

/** Of a lead, a source, a reason: a text of the team's own. */
export const name = z.nullable(text(LIMITS.name));
const LONGEST_MS = 3660 * 86_400_000;

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
    z.refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS, {
      path: ['to'],
      error: 'has to be within ten years of `from`',
    }),
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
