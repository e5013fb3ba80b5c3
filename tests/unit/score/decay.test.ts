/** Time: points fade by halves, never the other way, and on the days that were announced. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngagementRule, LeadDefinition } from '../../../lib/contract/definition.ts';
import { countersOf, decay } from '../../../lib/score/counters.ts';
import { engagementContributions, isoDay } from '../../../lib/score/engagement.ts';
import { daysToHalf, daysToNext, linePoints } from '../../../lib/score/line-points.ts';
import type { ScoredEvent } from '../../../lib/score/match.ts';
import { changesOn, pointsOn } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, anyFit, endOf, risingDefinition } from './support/anything.ts';
import {
  DAY,
  daysAgo,
  definitionWith,
  event,
  lineOf,
  NOW,
  nobody,
  onlyRules,
  scoreOf,
  TODAY,
} from './support/leads.ts';

const later = fc.oneof(fc.nat(30), fc.nat(1000));

function rule(more: Partial<EngagementRule>): EngagementRule {
  return { id: 'r', label: 'R', kind: 'other', points: 0, cap: 300, perDay: 1, ...more };
}

describe('an event', () => {
  it('counts half after every half-life, and whole when the clock runs ahead', () => {
    expect([0, 90, 180, -3].map((days) => decay(days, 90))).toEqual([1, 0.5, 0.25, 1]);
  });

  it('of a preset halves every 90 days, and says when', () => {
    const attended = [event({ kind: 'webinar_attended', at: daysAgo(90) })];
    const line = lineOf(scoreOf(attended), 'webinar');
    expect(line).toMatchObject({ points: 4, times: 1, capped: false });
    expect(line?.lastAt).toBe(new Date(daysAgo(90)).toISOString());
    expect(line?.halfAt).toBe(new Date((TODAY + 90) * DAY).toISOString());
    expect(scoreOf(attended, nobody, undefined, NOW + 90 * DAY).points).toBe(2);
  });

  it('keeps its points from midnight to midnight', () => {
    const events = [event({ kind: 'webinar_attended', at: (TODAY - 8) * DAY + 1 })];
    const points = (now: number) => scoreOf(events, nobody, undefined, now).points;
    expect(points(endOf(TODAY))).toBe(points(TODAY * DAY));
    const definition = onlyRules([rule({ points: 300, kind: 'webinar_attended' })]);
    const fine = (day: number) => pointsOn(countersOf(events, definition), nobody, definition, day);
    expect(fine(TODAY)).toBeGreaterThan(fine(TODAY + 1));
  });

  it('counts once a day where that is the rule, up to its cap, and then halves later', () => {
    const views = [0, 0, 1, 2, 3].map((age) => event({ path: '/pricing', at: daysAgo(age) }));
    const line = lineOf(scoreOf(views), 'pricing');
    expect(line).toMatchObject({ points: 10, times: 5, capped: true });
    expect(Date.parse(line?.halfAt ?? '')).toBeGreaterThan(NOW + 90 * DAY);
    // At its cap is what was cut by it, not what happens to reach it.
    const asked = scoreOf([event({ kind: 'demo_requested' })]);
    expect(lineOf(asked, 'demo')).toMatchObject({ points: 20, capped: false });
    const twice = scoreOf(views.slice(0, 2));
    expect(lineOf(twice, 'pricing')).toMatchObject({ points: 5, times: 2, capped: false });
  });
});

describe('without new events', () => {
  it('no line of one way ever grows, whatever its sign', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, later, later, (events, definition, first, more) => {
        const counters = countersOf(events, definition);
        const before = engagementContributions(counters, definition, TODAY + first);
        const after = engagementContributions(counters, definition, TODAY + first + more);
        before.forEach((line, at) => {
          if (definition.engagement.find(({ id }) => id === line.ruleId)?.turns) return;
          const then = after[at]?.points ?? Number.NaN;
          expect(Math.abs(then)).toBeLessThanOrEqual(Math.abs(line.points));
          expect(then * line.points).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a score without minus points never rises', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, risingDefinition, later, later, (events, fit, own, a, b) => {
        const counters = countersOf(events, own);
        const [before, after] = [a, a + b].map((days) =>
          pointsOn(counters, fit, own, TODAY + days),
        );
        expect(after).toBeLessThanOrEqual(before ?? Number.NaN);
      }),
    );
  });

  it('everything is gone in the end', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const counters = countersOf(events, definition);
        const far = TODAY + Math.ceil(definition.halfLifeDays * 40);
        const lines = engagementContributions(counters, definition, far);
        expect(lines.map(({ points }) => points).filter(Boolean)).toEqual([]);
        expect(lines.map(({ next }) => next).filter(Boolean)).toEqual([]);
        expect(changesOn(counters, definition, far)).toBeNull();
      }),
    );
  });
});

describe('the day on which a line changes', () => {
  const dayOfIso = (day: string) => Date.parse(day) / DAY;

  it('is the first on which its points are others, and these are the points', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, later, (events, definition, days) => {
        const counters = countersOf(events, definition);
        const lines = (day: number) => engagementContributions(counters, definition, day);
        const today = TODAY + days;
        lines(today).forEach((line, at) => {
          // Looked at day by day: a formula that skips one is found.
          const end = line.next ? dayOfIso(line.next.on) : today + 400;
          for (let day = today; day < Math.min(end, today + 400); day++) {
            expect(lines(day)[at]?.points).toBe(line.points);
          }
          if (!line.next) return;
          expect(end).toBeGreaterThan(today);
          expect(line.next.points).not.toBe(line.points);
          expect(lines(end)[at]?.points).toBe(line.next.points);
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['no step has points', rule({ steps: [{ from: 1, points: 0 }] })],
    ['the cap is 0', rule({ cap: 0, steps: [{ from: 1, points: 5 }] })],
    ['there are no points', rule({ points: 0 })],
  ])('is never, when %s', (_, own) => {
    expect(daysToNext(own, 3, 90)).toBeNull();
    expect(daysToHalf(own, 3, 90)).toBeNull();
  });

  it('passes over steps that the cap makes equal', () => {
    const steps = [2, 4, 8].map((from) => ({ from, points: from * 10 }));
    // Held to 30, the two upper steps are one: from 8 the first change is below 4, one half-life away and a day.
    expect(daysToNext(rule({ cap: 30, steps }), 8, 10)).toBe(11);
    expect(daysToHalf(rule({ cap: 30, steps }), 8, 10)).toBe(21);
  });

  it('in steps, is told apart from the day of half the points', () => {
    const steps = [1, 2, 4].map((from) => ({ from, points: from + 4 }));
    // 5 from 1, 6 from 2, 8 from 4: half of 8 is first reached below 1.
    expect(daysToNext(rule({ steps }), 4, 10)).toBe(1);
    expect(daysToHalf(rule({ steps }), 4, 10)).toBe(21);
  });

  it('of half the points of steps is the first on which they are half', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const counters = countersOf(events, definition);
        for (const line of engagementContributions(counters, definition, TODAY)) {
          const own = definition.engagement.find(({ id }) => id === line.ruleId);
          expect(line.halfAt === null).toBe(line.points === 0);
          if (!own?.steps || line.halfAt === null) continue;
          const day = Date.parse(line.halfAt) / DAY;
          const [onIt, before] = [day, day - 1].map((then) => {
            const lines = engagementContributions(counters, definition, then);
            return Math.abs(lines.find(({ ruleId }) => ruleId === line.ruleId)?.points ?? 0);
          });
          expect(onIt).toBeLessThanOrEqual(Math.abs(line.points) / 2);
          expect(before).toBeGreaterThan(Math.abs(line.points) / 2);
        }
      }),
    );
  });
});

describe('the day on which a lead changes', () => {
  function walk(events: readonly ScoredEvent[], definition: LeadDefinition, days: number) {
    const counters = countersOf(events, definition);
    return Array.from({ length: days }, (_, day) =>
      pointsOn(counters, nobody, definition, TODAY + day),
    );
  }

  it('has no other points on any day before it', () => {
    fc.assert(
      fc.property(anyEvents, fc.oneof(anyDefinition, risingDefinition), (events, definition) => {
        const open = { ...definition, totalCap: 10_000 };
        const on = changesOn(countersOf(events, open), open, TODAY);
        const days = on === null ? 400 : Date.parse(on) / DAY - TODAY;
        expect(days).toBeGreaterThan(0);
        expect(new Set(walk(events, open, Math.min(days, 400))).size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('is the earliest of its lines', () => {
    const counters = countersOf(
      [event({ kind: 'demo_requested' }), event({ path: '/pricing' })],
      definitionWith({}),
    );
    // 19.5 of 20 are left for 3.29 days, 4.5 of 5 for 13.7.
    expect(changesOn(counters, definitionWith({}), TODAY)).toBe(isoDay(TODAY + 4));
    // Then 9 and 2: 8.5 of 20 are left for 111.1 days, 1.5 of 5 for 156.3.
    expect(changesOn(counters, definitionWith({}), TODAY + 100)).toBe(isoDay(TODAY + 112));
  });

  it('is the first below the line for one that is above, and none for one that is not', () => {
    fc.assert(
      fc.property(anyEvents, anyDefinition, (events, definition) => {
        const { belowLineOn, points } = scoreOf(events, nobody, definition);
        const below = walk(events, definition, 366).findIndex((own) => own < definition.mqlAt);
        if (points < definition.mqlAt) expect(belowLineOn).toBeNull();
        else if (below >= 0) expect(belowLineOn).toBe(isoDay(TODAY + below));
        else if (belowLineOn) expect(Date.parse(belowLineOn) / DAY - TODAY).toBeGreaterThan(365);
      }),
      { numRuns: 60 },
    );
  });

  it('is a day that people can check by hand', () => {
    const demo = [event({ kind: 'demo_requested' })];
    const definition = definitionWith({ mqlAt: 10 });
    // 20 points are 9.5 or more for 90 × log2(20 / 9.5) = 96.66 days.
    expect(scoreOf(demo, nobody, definition).belowLineOn).toBe(isoDay(TODAY + 97));
  });
});

describe('the trend', () => {
  it('is what the score was then: every other day of 30, today last', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const { trend } = scoreOf(events, fit, definition);
        const past = Array.from({ length: 16 }, (_, at) => {
          const day = TODAY - 30 + at * 2;
          const known = events.filter((one) => one.at <= endOf(day));
          return scoreOf(known, fit, definition, endOf(day)).points;
        });
        expect(trend).toEqual(past);
      }),
    );
  });
});

describe('rounding', () => {
  it('is to whole points, half away from zero, the same for plus and minus', () => {
    const [up, down] = [rule({ points: 5 }), rule({ points: -5 })];
    expect([0.5, 0.3, 0.1, 0.09].map((events) => linePoints(up, events))).toEqual([3, 2, 1, 0]);
    expect([0.5, 0.3, 0.1, 0.09].map((events) => linePoints(down, events))).toEqual([
      -3, -2, -1, 0,
    ]);
    // A half that summation has made a little less is still a half.
    expect(linePoints(up, 0.5 - 1e-12)).toBe(3);
    expect(linePoints(down, 0.5 - 1e-12)).toBe(-3);
  });
});
