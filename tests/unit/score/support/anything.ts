/** Any events, people and definitions, for properties of the score. */
import fc from 'fast-check';
import type { FitAttributes } from '../../../../lib/contract/counters.ts';
import type {
  EngagementRule,
  FitRule,
  LeadDefinition,
  Step,
} from '../../../../lib/contract/definition.ts';
import type { ScoredEvent } from '../../../../lib/score/match.ts';
import { DAY, daysAgo, definitionWith, NOW, TODAY } from './leads.ts';

const kinds = ['page_viewed', 'form_submitted', 'email_clicked', 'webinar_attended'] as const;
const paths = ['/pricing', '/careers/ops', '/blog', '/__proto__', ''] as const;

/** Events of the last 400 days and of long ago, some on the same day, up to this noon. */
export const anyEvent: fc.Arbitrary<ScoredEvent> = fc.record({
  kind: fc.constantFrom(...kinds, 'other' as const),
  name: fc.constantFrom('Contact sales', 'Newsletter', 'constructor', '\u202Eevil', ''),
  title: fc.constantFrom(null, 'Pricing'),
  path: fc.constantFrom(null, ...paths),
  campaign: fc.constantFrom(null, 'Autumn'),
  at: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 10 }).map(daysAgo) },
    { weight: 4, arbitrary: fc.integer({ min: daysAgo(400), max: NOW }) },
    { weight: 1, arbitrary: fc.integer({ min: 300, max: 6000 }).map(daysAgo) },
  ),
  machine: fc.constantFrom(false, false, true),
});

export const anyEvents = fc.array(anyEvent, { maxLength: 40 });

export const anyFit: fc.Arbitrary<FitAttributes> = fc.record({
  email: fc.constantFrom(
    null,
    'a@gmail.com',
    'a@shanahan.example',
    'b@physics.ox.ac.uk',
    'A@OX.AC.UK',
    '@',
    'x',
    'x@',
  ),
  title: fc.constantFrom(null, '', 'Senior Director of Operations', 'Student', 'CTO', '(CTO)'),
  company: fc.constantFrom(null, 'Shanahan Hudson', 'constructor'),
  industry: fc.constantFrom(null, 'Logistics'),
  country: fc.constantFrom(null, 'Österreich'),
  employees: fc.constantFrom(null, 0, 49, 50, 51, 1e9, Number.NaN),
  source: fc.constantFrom(null, 'Website', 'Webinar'),
  campaign: fc.constantFrom(null, 'spring', 'Spring'),
});

const points = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: -300, max: 300 }) },
);
/** Rising starts of steps: any choice of these. */
const starts = fc.subarray([0.05, 0.25, 0.5, 1, 1.5, 2, 3, 4.7, 8, 30, 1000], {
  minLength: 1,
  maxLength: 6,
});

const turningSteps = starts.chain((froms) =>
  fc.tuple(...froms.map((from) => fc.record({ from: fc.constant(from), points }))),
);

/** One way: each step as far from the one before as drawn, none the other way. */
function oneWaySteps(sign: 1 | -1): fc.Arbitrary<Step[]> {
  return starts.chain((froms) =>
    fc.tuple(...froms.map(() => fc.nat({ max: 12 }))).map((rises) => {
      let reached = 0;
      return froms.map((from, at) => {
        reached += rises[at] ?? 0;
        return { from, points: sign * reached || 0 };
      });
    }),
  );
}

const anySteps: fc.Arbitrary<Pick<EngagementRule, 'steps' | 'turns'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: oneWaySteps(1).map((steps) => ({ steps })) },
  { weight: 1, arbitrary: oneWaySteps(-1).map((steps) => ({ steps })) },
  { weight: 1, arbitrary: turningSteps.map((steps) => ({ steps, turns: true })) },
);

function anyWhere(): fc.Arbitrary<Pick<EngagementRule, 'where'>> {
  return fc.oneof(
    fc.constant({}),
    fc.record({
      where: fc.record({
        field: fc.constantFrom('path' as const, 'name' as const),
        contains: fc.subarray(['pricing', 'blog', 'sales', 'news', 'proto'], { minLength: 1 }),
      }),
    }),
  );
}

/** The only name of a property of every object that a rule may have as id. */
const HOSTILE = 'constructor';

function anyRule(id: string): fc.Arbitrary<EngagementRule> {
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        label: fc.constant(`Rule ${id}`),
        kind: fc.constantFrom(...kinds),
        points,
        cap: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 300)),
        perDay: fc.integer({ min: 1, max: 4 }),
      }),
      anyWhere(),
      anySteps,
    )
    .map(([rule, where, steps]) => ({ ...rule, ...where, ...steps }));
}

const anyTest: fc.Arbitrary<FitRule['test']> = fc.oneof(
  fc.record({
    is: fc.constant('contains' as const),
    attribute: fc.constantFrom('title', 'company', 'industry', 'country'),
    words: fc.subarray(['director', 'cto', 'senior', 'constructor', '(', 'österreich'], {
      minLength: 1,
    }),
  }),
  fc.record(
    {
      is: fc.constant('between' as const),
      attribute: fc.constant('employees' as const),
      from: fc.constantFrom(0, 50, -5),
      to: fc.constantFrom(50, 1000),
    },
    { requiredKeys: ['is', 'attribute'] },
  ),
  fc.record({
    is: fc.constant('mail-domain' as const),
    domains: fc.subarray(['ac.uk', 'shanahan.example', 'GMAIL.com'], { minLength: 1 }),
  }),
  fc.constantFrom({ is: 'business-mail' as const }, { is: 'free-mail' as const }),
  fc.record({
    is: fc.constant('came-from' as const),
    first: fc.constantFrom('source', 'campaign'),
    values: fc.subarray(['Website', 'Spring', 'constructor'], { minLength: 1 }),
  }),
);

function anyFitRule(id: string): fc.Arbitrary<FitRule> {
  return fc
    .record({
      id: fc.constant(id),
      label: fc.constant(`Fit ${id}`),
      test: anyTest,
      points,
      group: fc.constantFrom(undefined, 'one', HOSTILE),
    })
    .map(({ group, ...rule }) => (group === undefined ? rule : { ...rule, group }));
}

const numbered = (prefix: string) => Array.from({ length: 7 }, (_, n) => `${prefix}-${n}`);

/** Any definition that a team could sign. */
export const anyDefinition: fc.Arbitrary<LeadDefinition> = fc
  .record({
    halfLifeDays: fc.oneof(
      fc.constantFrom(1, 7, 30.5, 90, 180, 3650),
      fc.double({ min: 1, max: 3650, noNaN: true }),
    ),
    engagement: fc
      .subarray([HOSTILE, ...numbered('r')], { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map(anyRule))),
    fit: fc.subarray(numbered('f')).chain((chosen) => fc.tuple(...chosen.map(anyFitRule))),
    fitCap: fc.constantFrom(0, 5, 14, 1000),
    totalCap: fc.constantFrom(1, 20, 60, 10_000),
    mqlAt: fc.integer({ min: -5, max: 40 }),
  })
  .map((drawn) => definitionWith(drawn));

/** The same with rules that only raise: no minus, no turns. */
export const risingDefinition = anyDefinition.map((definition) => ({
  ...definition,
  engagement: definition.engagement.map((rule) =>
    directionOf(rule) === 'up' ? rule : upward(rule),
  ),
  fit: definition.fit.map((rule) => ({ ...rule, points: Math.abs(rule.points) })),
}));

function upward({ turns: _, steps, ...rule }: EngagementRule): EngagementRule {
  const own = steps?.map((step) => Math.abs(step.points)).sort((a, b) => a - b);
  return {
    ...rule,
    points: Math.abs(rule.points),
    ...(steps && { steps: steps.map((step, at) => ({ ...step, points: own?.[at] ?? 0 })) }),
  };
}

/** @returns which way more events of a rule move a score; null when that turns */
export function directionOf(rule: EngagementRule): 'up' | 'down' | null {
  if (rule.turns) return null;
  const last = rule.steps?.at(-1)?.points ?? rule.points;
  return last >= 0 ? 'up' : 'down';
}

/** An event that a rule would take, if no other is before it. */
export function eventFor(rule: EngagementRule, at: number): ScoredEvent {
  const field = { name: '', title: null, path: null, campaign: null };
  const where = rule.where ? { [rule.where.field]: rule.where.contains[0] } : {};
  return { kind: rule.kind, ...field, ...where, at, machine: false };
}

/** A day from 40 days ago until today. */
export const recentDay = fc.integer({ min: TODAY - 40, max: TODAY });

/** @returns the last millisecond of a UTC day */
export function endOf(day: number): number {
  return (day + 1) * DAY - 1;
}
