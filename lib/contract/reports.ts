/**
 * What became of leads, in figures both sides can check. Every figure stands for leads that can be listed by its mark.
 *
 * Words of all reports. A lead *came* on the UTC day of its first event (of its creation where it has none). It was *handed
 * over* when it has a handoff. Its *verdict* is the last one given: accepted, qualified and disqualified mean that sales *accepted* it
 * (whoever is disqualified was talked to), rejected and recycled that sales did not; recycled is always told apart. A recycled lead
 * that woke has none until it gets a new one: it waits. Rates are of all with a verdict, and from `FEWEST` on only. Intervals are
 * 95 % (Wilson).
 */
import * as z from 'zod/mini';
import { drift } from './drift.ts';
import { crmRecord } from './record.ts';
import { day, instant, LIMITS, text, uuid } from './text.ts';
import { stage, verdictKind } from './words.ts';

/** With fewer verdicts no rate is shown: chance alone would move it by more than a fifth. */
export const FEWEST = 20;

const name = z.nullable(text(LIMITS.name));
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
const mark = z.string().check(z.maxLength(600));
/** `n` of `of`; the interval is null below FEWEST. In shares, 0 to 1. */
export const rate = z.object({
  n: z.int(),
  of: z.int(),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
});
export type Rate = z.infer<typeof rate>;

/** `GET /api/reports/headline`: leads handed over in the period, and what sales made of them. The two numbers of the truce. */
export const headlineReport = z.object({
  volume: z.object({
    handed: z.int(),
    /** The promise for as many days; null when none was made. */
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
 * (what they read, attended or filled in before the handoff) it may be in several, and `total` and `others` count it once. At most 50
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
 * from the handoff to the first verdict after it. `waiting`: no verdict yet; `late`: and sales' time is over.
 */
export const delaysReport = z.object({
  system: delay,
  human: delay,
  waiting: z.object({ n: z.int(), late: z.int(), mark, lateMark: mark }),
});
export type DelaysReport = z.infer<typeof delaysReport>;

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

/** `GET /api/reports/leads?report=&mark=&…the query of the report&before=`: the leads behind a figure, by id, 50 a page. */
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
export const behindQuery = z.extend(reportQuery, {
  report: reportName,
  mark,
  by: z.optional(acceptanceBy),
  /** `next` of the page before. */
  before: z.optional(uuid),
});
export type BehindQuery = z.infer<typeof behindQuery>;
export const behindLead = z.object({
  leadId: uuid,
  name,
  company: name,
  source: name,
  campaign: name,
  stage,
  points: z.int(),
  verdict: z.nullable(verdictKind),
  reason: name,
  handoffAt: z.nullable(instant),
  /** Where the CRM shows it, as far as Truce has seen. */
  records: z.array(crmRecord).check(z.maxLength(5)),
});
export const behindAnswer = z.object({
  /** All of them; equals the figure. */
  total: z.int(),
  leads: z.array(behindLead),
  next: z.nullable(z.string()),
});
export type BehindAnswer = z.infer<typeof behindAnswer>;

/** `GET /api/reports/segments`: what reports can be filtered by, of leads that came in the last year, the most first, at most 100 each. */
export const segmentsAnswer = z.object({ sources: z.array(name), campaigns: z.array(name) });
export type SegmentsAnswer = z.infer<typeof segmentsAnswer>;

/** `GET` (rep) and `PUT` (admin) `/api/settings`: what an administrator decides for the team. */
export const teamSettings = z.object({
  /** Whether reports may show figures of single reps. Off until somebody switches it on. */
  repFigures: z.boolean(),
});
export type TeamSettings = z.infer<typeof teamSettings>;
