/** Reports on what leads go through: how many came, how far they got, and why not further. The words are in reports.ts. */
import * as z from 'zod/mini';
import { mark, name, rate, reportQuery } from './reports-frame.ts';
import { day, LIMITS, text } from './text.ts';

/** `GET /api/reports/headline`: leads handed over in the period, and what sales made of them. The two numbers of the truce. */
export const headlineReport = z.object({
  volume: z.object({
    handed: z.int(),
    /** The promise for as many days as have begun; null when none was made. */
    promised: z.nullable(z.number()),
    promisedPerWeek: z.nullable(z.int()),
    /** By ISO week (its Monday); `whole` when all its days are in the period. */
    weeks: z.array(z.object({ week: day, n: z.int(), whole: z.boolean(), mark })),
    mark,
  }),
  quality: z.object({
    /** `of`: handed over in the period and judged by now. */
    accepted: rate,
    recycled: z.int(),
    waiting: z.int(),
    promisedShare: z.number(),
    mark,
    marks: z.optional(z.object({ accepted: mark, recycled: mark, waiting: mark })),
  }),
  /** The promise is that of this version. */
  definitionVersion: z.int(),
});
export type HeadlineReport = z.infer<typeof headlineReport>;

/** How far leads got. Each step holds all that got further. */
export const funnelStep = z.enum(['inquiry', 'mql', 'sal', 'sql', 'opportunity', 'won']);
export type FunnelStep = z.infer<typeof funnelStep>;

/**
 * `GET /api/reports/funnel`: leads that came in the period. A step is reached by what happened, so that
 * n(step) = n(next step) + all of `ended` at that step:
 * mql: handed over, or a verdict; sal: accepted, or further; sql: qualified, or further; opportunity and won: by outcomes, also by
 * those after the period. A deal that was lost was an opportunity. Nobody ends at won.
 */
export const funnelReport = z.object({
  steps: z.array(
    z.object({
      step: funnelStep,
      n: z.int(),
      /** Those that got no further, by where they stand. `waiting` may still move. */
      ended: z.object({
        waiting: z.int(),
        rejected: z.int(),
        recycled: z.int(),
        disqualified: z.int(),
        lost: z.int(),
      }),
      /** Of each of `ended`. */
      endedMarks: z.optional(
        z.object({ waiting: mark, rejected: mark, recycled: mark, disqualified: mark, lost: mark }),
      ),
      /** `n` of those that came in the week, and how many of them end here, waiting. */
      weeks: z.array(z.object({ week: day, n: z.int(), waiting: z.int(), mark })),
      mark,
    }),
  ),
});
export type FunnelReport = z.infer<typeof funnelReport>;

/**
 * `GET /api/reports/acceptance?by=`: leads handed over in the period. By source and campaign each lead is in one row; by content
 * (what they downloaded, attended or filled in before the handoff; not the pages they saw) it may be in several, and `total` and `others` count it once. At most 50
 * rows, the most handed over first; the others are one row `others`. `value` null: none is known. A row's mark lists all handed over.
 */
export const acceptanceBy = z.enum(['source', 'campaign', 'content']);
export type AcceptanceBy = z.infer<typeof acceptanceBy>;
export const acceptanceQuery = z.extend(reportQuery, { by: acceptanceBy });
const acceptanceRow = z.object({
  handed: z.int(),
  accepted: rate,
  recycled: z.int(),
});
export const acceptanceReport = z.object({
  rows: z.array(z.extend(acceptanceRow, { value: z.nullable(text(LIMITS.line)), mark })),
  others: z.nullable(z.extend(acceptanceRow, { values: z.int() })),
  total: acceptanceRow,
  promisedShare: z.number(),
});
export type AcceptanceQuery = z.infer<typeof acceptanceQuery>;
export type AcceptanceReport = z.infer<typeof acceptanceReport>;

/**
 * `GET /api/reports/reasons`: last verdicts given in the period, by reason; those without one have `reason` null. The most first.
 * Each verdict is counted in one place: `accepted` is without the disqualified, which stand above it, and who woke again since was
 * recycled all the same. Of erased people the verdict stays, on the first of its month and without a name; they are in no other
 * report.
 */
export const reasonsReport = z.object({
  rejected: z.array(z.object({ reason: name, n: z.int(), mark })),
  disqualified: z.array(z.object({ reason: name, n: z.int(), mark })),
  recycled: z.int(),
  accepted: z.int(),
});
export type ReasonsReport = z.infer<typeof reasonsReport>;

/**
 * `GET /api/reports/recycled`: leads recycled in the period (by any verdict), and how far they got after the first of these. Each
 * step holds the next.
 */
export const recycledReport = z.object({
  recycled: z.int(),
  /** Came back: by their day, a signal, or because sales took them up again. */
  woken: z.int(),
  /** Accepted by a later verdict, or further. */
  accepted: z.int(),
  opportunity: z.int(),
  won: z.int(),
  /** What brought them back, each lead once: `day`, `moment`, `asks`, `line`, `rule`; `sales`: neither day nor signal. */
  because: z.array(z.object({ because: z.string(), n: z.int() })),
  marks: z.object({ recycled: mark, woken: mark, accepted: mark, opportunity: mark, won: mark }),
});
export type RecycledReport = z.infer<typeof recycledReport>;

/** `GET /api/reports/sourced`: leads that came in the period, those sales brought beside those marketing brought. Steps as in the funnel. */
const sourcedRow = z.object({
  came: z.int(),
  accepted: rate,
  sql: z.int(),
  opportunity: z.int(),
  won: z.int(),
  /** Got as far as an opportunity, and stand as lost. */
  lost: z.int(),
  /** Of all that came. */
  mark,
});
export const sourcedReport = z.object({ marketing: sourcedRow, sales: sourcedRow });
export type SourcedReport = z.infer<typeof sourcedReport>;
