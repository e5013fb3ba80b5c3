/** Reports that have little, nothing, or names nobody expected. */
import type { Loaded, PanelName, Panels } from '../../components/reports/props.ts';
import type { BehindAnswer, HeadlineReport } from '../../lib/contract/reports.ts';
import { before, HOUR, id } from './moment.ts';
import { HOSTILE_NAME, LONG, RIGHT_TO_LEFT } from './people.ts';
import { HEADLINE, longFunnel, REPORTS, rate, weekOf } from './report-data.ts';

type Values = { [N in PanelName]: NonNullable<Panels[N]['value']> };

/** @returns the panels, each with what is given of it; `befores` is what they are compared with */
export function panelsOf(values: Values, befores: Partial<Values> = {}): Panels {
  const loaded = <N extends PanelName>(name: N): Loaded<Values[N]> => ({
    value: values[name],
    before: befores[name] ?? null,
    loading: false,
    problem: null,
  });
  return {
    funnel: loaded('funnel'),
    calibration: loaded('calibration'),
    acceptance: loaded('acceptance'),
    reasons: loaded('reasons'),
    delays: loaded('delays'),
    rules: loaded('rules'),
    sourced: loaded('sourced'),
    recycled: loaded('recycled'),
    agreement: loaded('agreement'),
    drift: loaded('drift'),
  };
}

const nothing = { n: 0, kept: 0, median: null, sum: 0 };
const noBins = REPORTS.delays.system.bins.map((bin) => ({ ...bin, n: 0 }));

export const EMPTY: Values = {
  funnel: {
    steps: REPORTS.funnel.steps.map((step) => ({
      ...step,
      n: 0,
      ended: { waiting: 0, rejected: 0, recycled: 0, disqualified: 0, lost: 0 },
      weeks: step.weeks.map((week) => ({ ...week, n: 0, waiting: 0 })),
    })),
  },
  calibration: { bands: [], off: null, tenths: [], lift10: null, all: rate(0, 0), unpromised: 0 },
  acceptance: {
    rows: [],
    others: null,
    total: { handed: 0, accepted: rate(0, 0), recycled: 0 },
    promisedShare: 0.65,
  },
  reasons: { rejected: [], disqualified: [], recycled: 0, accepted: 0 },
  delays: {
    system: { ...nothing, promise: 15, bins: noBins },
    human: { ...nothing, promise: 240, bins: noBins },
    waiting: { n: 0, late: 0, mark: 'w', lateMark: 'l' },
  },
  rules: { rows: [], all: rate(0, 0) },
  sourced: {
    marketing: {
      ...REPORTS.sourced.marketing,
      came: 0,
      accepted: rate(0, 0),
      sql: 0,
      opportunity: 0,
      won: 0,
      lost: 0,
    },
    sales: {
      ...REPORTS.sourced.sales,
      came: 0,
      accepted: rate(0, 0),
      sql: 0,
      opportunity: 0,
      won: 0,
      lost: 0,
    },
  },
  recycled: {
    ...REPORTS.recycled,
    recycled: 0,
    woken: 0,
    accepted: 0,
    opportunity: 0,
    won: 0,
    because: [],
  },
  agreement: { pairs: 0, same: 0, reasons: [], reps: null },
  drift: { months: [], inputs: [] },
};

/** A first fortnight: figures, but no rates. */
export const FEW: Values = {
  ...REPORTS,
  funnel: longFunnel(2),
  calibration: {
    ...EMPTY.calibration,
    bands: [{ from: 50, to: 60, promised: 0.55, accepted: rate(7, 11), audit: 0, mark: 'b' }],
    all: rate(7, 11),
    unpromised: 4,
  },
  acceptance: {
    ...REPORTS.acceptance,
    rows: [{ value: 'Webinar', handed: 14, accepted: rate(7, 11), recycled: 1, mark: 's' }],
    total: { handed: 14, accepted: rate(7, 11), recycled: 1 },
  },
  rules: { ...REPORTS.rules, rows: REPORTS.rules.rows.filter(({ lift }) => lift === null) },
  sourced: {
    ...REPORTS.sourced,
    sales: { ...REPORTS.sourced.sales, accepted: rate(3, 5), came: 5 },
  },
  agreement: { pairs: 6, same: 4, reasons: [{ reason: 'Student', pairs: 3, same: 2 }], reps: null },
  drift: {
    months: [{ month: '2026-11-01', promised: null, accepted: rate(7, 11), mark: 'm' }],
    inputs: [],
  },
};

const company = LONG.who.company ?? '';

/** A year, and names that nobody expected. */
export const ODD: Values = {
  ...REPORTS,
  funnel: longFunnel(52),
  acceptance: {
    ...REPORTS.acceptance,
    rows: [
      company,
      HOSTILE_NAME,
      RIGHT_TO_LEFT.who.name ?? '',
      'Übergangswirtschaftsförderungsprogramm der Länder',
      ...'ABCDEFGHIJ',
    ].map((value, index) => ({
      value,
      handed: 90 - index,
      accepted: rate(30 + index * 2, 70),
      recycled: 2,
      mark: `o${index}`,
    })),
  },
  reasons: {
    ...REPORTS.reasons,
    rejected: [{ reason: company, n: 1234, mark: 'x' }, ...REPORTS.reasons.rejected],
  },
  rules: {
    ...REPORTS.rules,
    rows: REPORTS.rules.rows.map((row, index) =>
      index === 0 ? { ...row, label: HOSTILE_NAME } : row,
    ),
  },
};

export const FEW_NUMBERS: HeadlineReport = {
  ...HEADLINE,
  volume: {
    ...HEADLINE.volume,
    handed: 14,
    promised: null,
    promisedPerWeek: null,
    weeks: [3, 11].map((n, index) => ({
      week: weekOf(index),
      n,
      whole: index === 0,
      mark: `w${index}`,
    })),
  },
  quality: { ...HEADLINE.quality, accepted: rate(7, 11), waiting: 3, recycled: 1 },
};

const lead = (
  n: number,
  over: Partial<BehindAnswer['leads'][number]>,
): BehindAnswer['leads'][number] => ({
  leadId: id(800 + n),
  name: 'Gordon Lee',
  company: 'Harbour Cement',
  source: 'Webinar',
  campaign: 'Autumn planning series',
  stage: 'rejected',
  points: 41,
  verdict: 'rejected',
  reason: 'Student',
  handoffAt: before(40 * HOUR),
  records: [],
  ...over,
});

export const BEHIND = {
  title: 'Webinar: 43 %, 24 of 56 verdicts',
  total: 56,
  leads: [
    lead(0, {}),
    lead(1, { name: HOSTILE_NAME, stage: 'sal', verdict: 'accepted', reason: null }),
    lead(2, { name: LONG.who.name, company, source: null, campaign: null }),
    lead(3, { name: null, company: null, stage: 'mql', verdict: null, reason: null, points: 1 }),
    lead(4, { name: RIGHT_TO_LEFT.who.name, company: RIGHT_TO_LEFT.who.company }),
  ],
  more: true,
  loading: false,
  problem: null,
};
