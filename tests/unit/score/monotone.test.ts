/** What speaks for a lead never counts against it: one more event of a rule moves a score one way or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersOf } from '../../../lib/score/counters.ts';
import { linePoints } from '../../../lib/score/line-points.ts';
import { ruleFor } from '../../../lib/score/match.ts';
import { pointsOn } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvent, anyEvents, anyFit, directionOf } from './support/anything.ts';
import { nobody, TODAY } from './support/leads.ts';

describe('one more event', () => {
  it('of a rule that raises never lowers the score, of one that lowers never raises it', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyEvents, anyEvent, anyFit, anyDefinition, (events, more, fit, definition) => {
        const rule = ruleFor(more, definition);
        const points = (known: typeof events) =>
          pointsOn(countersOf(known, definition), fit, definition, TODAY);
        const gain = points([...events, more]) - points(events);
        if (gain !== 0) moved++;
        if (!rule || more.machine) expect(gain).toBe(0);
        else if (directionOf(rule) === 'up') expect(gain).toBeGreaterThanOrEqual(0);
        else if (directionOf(rule) === 'down') expect(gain).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
    // The property would hold for a score that never moves.
    expect(moved).toBeGreaterThan(20);
  });

  it('is worth as much or more the later it was', () => {
    fc.assert(
      fc.property(
        anyEvents,
        anyEvent,
        fc.nat(200),
        anyDefinition,
        (events, more, days, definition) => {
          const rule = ruleFor(more, definition);
          // Another day may have reached its daily limit, which is no matter of age.
          fc.pre(rule !== null && directionOf(rule) === 'up' && events.length < rule.perDay);
          const [late, early] = [more.at, more.at - days * 86_400_000].map((at) =>
            linesOf([...events, { ...more, at }], definition, rule?.id),
          );
          expect(late).toBeGreaterThanOrEqual(early ?? Number.NaN);
        },
      ),
    );
  });

  function linesOf(
    events: Parameters<typeof countersOf>[0],
    definition: Parameters<typeof countersOf>[1],
    ruleId: string | undefined,
  ): number {
    const rule = definition.engagement.find(({ id }) => id === ruleId);
    const only = { ...definition, fit: [], engagement: rule ? [rule] : [], totalCap: 10_000 };
    return pointsOn(countersOf(events, only), nobody, only, TODAY);
  }
});

describe('a line', () => {
  const count = fc.double({ min: 0, max: 2000, noNaN: true });

  it('follows the count one way unless its steps turn, and stays inside its cap', () => {
    fc.assert(
      fc.property(anyDefinition, count, count, ({ engagement }, one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        for (const rule of engagement) {
          const [low, high] = [linePoints(rule, few), linePoints(rule, many)];
          expect(Math.abs(high)).toBeLessThanOrEqual(rule.cap);
          if (directionOf(rule) === 'up') expect(high).toBeGreaterThanOrEqual(low);
          if (directionOf(rule) === 'down') expect(high).toBeLessThanOrEqual(low);
        }
      }),
    );
  });

  it('reaches a step at its very edge, whatever the order of summation made of it', () => {
    const rule = {
      id: 'r',
      label: 'R',
      kind: 'other' as const,
      points: 0,
      cap: 9,
      perDay: 1,
      steps: [
        { from: 0.3, points: 2 },
        { from: 2, points: 9 },
      ],
    };
    expect(0.1 + 0.2).not.toBe(0.3);
    expect([0.1 + 0.2, 0.3, 0.29, 2 - 1e-12, 2].map((n) => linePoints(rule, n))).toEqual([
      2, 2, 0, 9, 9,
    ]);
  });
});
