/** A list has a way of its own to a score, without the explanation; it says what the card says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countersOf } from '../../../lib/score/counters.ts';
import { scoreInBrief, scoreLead } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, anyFit } from './support/anything.ts';
import { NOW } from './support/leads.ts';

it('is in a list what it is on the card, down to the three lines that raise most', () => {
  fc.assert(
    fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
      const counters = countersOf(events, definition);
      const whole = scoreLead(counters, fit, definition, { now: NOW, calibration: null });
      const { points, fitPoints, engagementPoints, grade, enough, contributions } = whole;
      const raising = contributions.filter((line) => line.points > 0).slice(0, 3);
      expect(scoreInBrief(counters, fit, definition, NOW)).toEqual({
        ...{ points, fitPoints, engagementPoints, grade, enough },
        why: raising.map(({ label, points }) => ({ label, points })),
      });
    }),
  );
});
