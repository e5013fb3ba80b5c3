/** What a made-up team's leads became, in the figures of the reports: twelve weeks up to Sunday 22 November 2026. */
import type { Panels } from '../../components/reports/props.ts';
import { wilson } from '../../components/score/words.ts';
import type { HeadlineReport, Rate } from '../../lib/contract/reports.ts';
import { LEARNED } from './learned.ts';
import { id } from './moment.ts';

export const DAYS = { from: '2026-08-31', to: '2026-11-22' };

/** @returns a rate as the store sends it */
export function rate(n: number, of: number): Rate {
  const { low, high } = of < 20 ? { low: null, high: null } : wilson({ n: of, accepted: n });
  return { n, of, low, high };
}

/** @returns the Monday of the week with this number, from 0 */
export const weekOf = (index: number): string =>
  new Date(Date.parse(`${DAYS.from}T00:00:00Z`) + index * 7 * 86_400_000)
    .toISOString()
    .slice(0, 10);

const HANDED = [31, 34, 36, 33, 35, 39, 38, 34, 33, 35, 33, 31];

export const HEADLINE: HeadlineReport = {
  volume: {
    handed: 412,
    promised: 420,
    promisedPerWeek: 35,
    weeks: HANDED.map((n, index) => ({
      week: weekOf(index),
      n,
      whole: index < 11,
      mark: `w${index}`,
    })),
    mark: 'all',
  },
  quality: {
    accepted: rate(230, 371),
    recycled: 29,
    waiting: 41,
    promisedShare: 0.65,
    mark: 'judged',
  },
  definitionVersion: 7,
};

const spread = (n: number, weeks: number): number[] =>
  Array.from({ length: weeks }, (_, index) => {
    const [low, high] = [Math.floor((n * index) / weeks), Math.floor((n * (index + 1)) / weeks)];
    return high - low + ((index * 7) % 3);
  });

const step = (
  name: Panels['funnel']['value'] extends infer R
    ? R extends { steps: { step: infer S }[] }
      ? S
      : never
    : never,
  n: number,
  waiting: number[],
  ended: Partial<Record<'waiting' | 'rejected' | 'recycled' | 'disqualified' | 'lost', number>>,
  weeks: number,
) => ({
  step: name,
  n,
  ended: { waiting: 0, rejected: 0, recycled: 0, disqualified: 0, lost: 0, ...ended },
  weeks: spread(n, weeks).map((each, index) => ({
    week: weekOf(index),
    n: Math.max(0, each - (waiting[waiting.length - weeks + index] ?? 0)),
    waiting: waiting[waiting.length - weeks + index] ?? 0,
    mark: `${name}/${index}`,
  })),
  mark: name,
});

const funnel = (weeks: number) => ({
  steps: [
    step('inquiry', 1846, [], { waiting: 1434 }, weeks),
    step(
      'mql',
      412,
      [0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 5, 32],
      { waiting: 41, rejected: 112, recycled: 29 },
      weeks,
    ),
    step(
      'sal',
      230,
      [0, 0, 0, 0, 0, 0, 1, 3, 5, 8, 11, 14],
      { waiting: 84, disqualified: 28 },
      weeks,
    ),
    step(
      'sql',
      118,
      [0, 0, 0, 0, 1, 2, 2, 3, 5, 6, 7, 9],
      { waiting: 45, lost: 0, disqualified: 12 },
      weeks,
    ),
    step('opportunity', 61, [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4], { waiting: 26, lost: 14 }, weeks),
    step('won', 21, [], {}, weeks),
  ],
});

const source = (value: string | null, n: number, of: number, handed: number) => ({
  value,
  handed,
  accepted: rate(n, of),
  recycled: Math.round(of / 12),
  mark: `s/${value}`,
});

const band = (from: number, promised: number, n: number, of: number, audit = 0) => ({
  from,
  to: from + 10,
  promised,
  accepted: rate(n, of),
  recycled: 1,
  audit,
  mark: `b${from}`,
});

const rule = (
  ruleId: string,
  label: string,
  yes: [number, number],
  no: [number, number],
  side: 'engagement' | 'fit' | 'gone' = 'engagement',
) => ({
  ruleId,
  label,
  side,
  with: rate(...yes),
  without: rate(...no),
  lift: yes[1] < 20 || no[1] < 20 ? null : yes[0] / yes[1] / (no[0] / no[1]),
  mark: ruleId,
});

const UP_TO = [1, 5, 15, 60, 240, 480, 1440, null];
const bins = (all: number[]) =>
  all.map((n, index) => ({ upTo: UP_TO[index] ?? null, n, mark: `d${index}` }));
const reason = (text: string | null, n: number) => ({ reason: text, n, mark: `r/${text}` });

type Values = { [N in keyof Panels]: NonNullable<Panels[N]['value']> };

export const REPORTS: Values = {
  funnel: funnel(12),
  calibration: {
    bands: [
      band(10, 0.14, 4, 14, 14),
      band(30, 0.31, 7, 24, 24),
      band(40, 0.45, 10, 22, 22),
      band(50, 0.55, 73, 140),
      band(60, 0.64, 95, 150),
      band(70, 0.74, 39, 53),
      band(80, 0.86, 23, 28),
    ],
    off: 0.019,
    tenths: [33, 30, 27, 26, 24, 23, 21, 20, 15, 11].map((n, index) => ({
      tenth: index + 1,
      accepted: rate(n, 37),
    })),
    lift10: 1.44,
    all: rate(230, 371),
    unpromised: 12,
  },
  acceptance: {
    rows: [
      source('Pricing page form', 71, 98, 104),
      source('Organic search', 44, 67, 72),
      source('Partner newsletter', 39, 58, 66),
      source('Webinar', 24, 56, 60),
      source('Customer referral', 34, 41, 44),
      source('Paid social', 12, 40, 47),
      source('Trade fair', 6, 11, 16),
      source(null, 0, 0, 3),
    ],
    others: { values: 4, handed: 0, accepted: rate(0, 0), recycled: 0 },
    total: { handed: 412, accepted: rate(230, 371), recycled: 29 },
    promisedShare: 0.65,
  },
  reasons: {
    rejected: [
      reason('Student', 31),
      reason('Not our market', 26),
      reason('Wrong person', 19),
      reason('Bad data', 14),
      reason('Competitor', 9),
      reason('Duplicate', 8),
      reason(null, 5),
    ],
    disqualified: [
      reason('No budget', 21),
      reason('Chose somebody else', 12),
      reason('No project', 7),
    ],
    recycled: 29,
    accepted: 190,
  },
  delays: {
    system: {
      n: 412,
      promise: 15,
      kept: 375,
      median: 3,
      sum: 9_400,
      bins: bins([84, 158, 133, 25, 9, 2, 1, 0]),
    },
    human: {
      n: 371,
      promise: 240,
      kept: 289,
      median: 98,
      sum: 218_000,
      bins: bins([0, 12, 38, 94, 145, 46, 27, 9]),
    },
    waiting: { n: 41, late: 9, mark: 'waiting', lateMark: 'late' },
  },
  rules: {
    rows: [
      rule('pricing', 'Looked at pricing', [96, 118], [134, 253]),
      rule('demo', 'Asked for a demo', [61, 70], [169, 301]),
      rule('webinar', 'Attended a webinar', [44, 84], [186, 287]),
      rule('near', 'Works near planning', [128, 190], [102, 181], 'fit'),
      rule('student', 'Address of a university', [3, 27], [227, 344], 'fit'),
      rule('fair', 'Met us at an event', [8, 11], [222, 360]),
      rule('old', 'Opened the newsletter', [90, 160], [140, 211], 'gone'),
    ],
    all: rate(230, 371),
  },
  sourced: {
    marketing: {
      came: 1846,
      accepted: rate(230, 371),
      sql: 118,
      opportunity: 61,
      won: 21,
      lost: 14,
      mark: 'm',
    },
    sales: {
      came: 64,
      accepted: rate(51, 58),
      sql: 44,
      opportunity: 31,
      won: 12,
      lost: 5,
      mark: 's',
    },
  },
  recycled: {
    recycled: 84,
    woken: 46,
    accepted: 27,
    opportunity: 9,
    won: 4,
    because: [
      { because: 'day', n: 21 },
      { because: 'moment', n: 17 },
      { because: 'asks', n: 5 },
      { because: 'sales', n: 3 },
    ],
    marks: { recycled: 'r', woken: 'w', accepted: 'a', opportunity: 'o', won: 'x' },
  },
  agreement: {
    pairs: 41,
    same: 34,
    marks: { pairs: 'p', apart: 'a' },
    reasons: [
      { reason: 'Student', pairs: 22, same: 20 },
      { reason: 'Not our market', pairs: 21, same: 11 },
      { reason: 'Wrong person', pairs: 9, same: 4 },
    ],
    reps: null,
  },
  drift: {
    months: [
      { month: '2026-09-01', promised: 0.6, accepted: rate(74, 121), mark: 'm9' },
      { month: '2026-10-01', promised: 0.66, accepted: rate(61, 118), mark: 'm10' },
      { month: '2026-11-01', promised: 0.63, accepted: rate(66, 101), mark: 'm11' },
    ],
    inputs: LEARNED.drift.inputs,
  },
};

export const REPS = [
  { memberId: id(72), name: 'Tomas Reyes', judged: rate(81, 124), recycled: 9 },
  { memberId: id(74), name: 'Aiko Tanaka', judged: rate(60, 111), recycled: 14 },
  { memberId: id(75), name: 'Yusuf Demir', judged: rate(9, 14), recycled: 2 },
];

/** The same with 52 weeks, or any other number. */
export const longFunnel = funnel;
