/** The short ways to the score of other days say what the long ways say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countersOf, countersOn, dayOf } from '../../../lib/score/counters.ts';
import { isoDay } from '../../../lib/score/engagement.ts';
import { changesOn, pointsOn, scoreLead } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, anyFit } from './support/anything.ts';
import { NOW, TODAY } from './support/leads.ts';

describe('the score over time', () => {
  it('was on each day what the counters of that day give', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const counters = countersOf(events, definition);
        const { trend } = scoreLead(counters, fit, definition, { now: NOW, calibration: null });
        const long = trend.map((_, step) => {
          const day = TODAY - (trend.length - 1 - step) * 2;
          const then = day === TODAY ? counters : countersOn(counters, day, definition);
          return pointsOn(then, fit, definition, day);
        });
        expect(trend).toEqual(long);
      }),
    );
  });

  it('falls below the line on the first day whose points are below it', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, any) => {
        // A low line, so that many are above it.
        const definition = { ...any, mqlAt: Math.min(any.mqlAt, 3) };
        const counters = countersOf(events, definition);
        const asOf = { now: NOW, calibration: null };
        const { belowLineOn, points } = scoreLead(counters, fit, definition, asOf);
        const days = Array.from({ length: 366 }, (_, ahead) => TODAY + ahead);
        const first = days.find(
          (day) => pointsOn(counters, fit, definition, day) < definition.mqlAt,
        );
        // What lies further ahead than a year may be told or not.
        const far = belowLineOn !== null && dayOf(Date.parse(belowLineOn)) >= TODAY + 366;
        const told = points < definition.mqlAt || far ? undefined : (belowLineOn ?? undefined);
        const wanted = first === undefined || first === TODAY ? undefined : isoDay(first);
        expect(told).toBe(wanted);
        if (first === TODAY) expect(belowLineOn).toBeNull();
      }),
    );
  });

  it('changes next on the first day of any line', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const counters = countersOf(events, definition);
        const asOf = { now: NOW, calibration: null };
        const { contributions } = scoreLead(counters, fit, definition, asOf);
        const days = contributions.flatMap(({ next }) => (next ? [next.on] : []));
        expect(changesOn(counters, definition, TODAY)).toBe(days.sort()[0] ?? null);
      }),
    );
  });
});
