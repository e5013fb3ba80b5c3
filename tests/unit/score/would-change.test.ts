/** "One more of these today would do this": said before, true after. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFor } from '../../../lib/score/match.ts';
import { anyDefinition, anyEvents, anyFit, eventFor } from './support/anything.ts';
import { definitionWith, event, NOW, nobody, scoreOf } from './support/leads.ts';

describe('what would change a score', () => {
  it('does so to the point, caps of everything included, and crosses the line if it says so', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const before = scoreOf(events, fit, definition);
        for (const change of before.wouldChange) {
          const rule = definition.engagement.find(({ id }) => id === change.ruleId);
          if (!rule) throw new Error('Promised for a rule that does not exist.');
          const more = eventFor(rule, NOW);
          // A rule before it may take such an event.
          if (ruleFor(more, definition) !== rule) continue;
          const after = scoreOf([...events, more], fit, definition);
          expect(after.points - before.points).toBe(change.points);
          expect(change.crosses).toBe(
            before.points >= definition.mqlAt !== after.points >= definition.mqlAt,
          );
          kept++;
        }
      }),
      { numRuns: 500 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('leaves out nothing that would move it, up to four', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const before = scoreOf(events, fit, definition);
        const gains = definition.engagement
          .filter((rule) => ruleFor(eventFor(rule, NOW), definition) === rule)
          .map((rule) => scoreOf([...events, eventFor(rule, NOW)], fit, definition).points)
          .filter((points) => points !== before.points);
        const promised = before.wouldChange.map(({ points }) => Math.abs(points));
        expect(promised).toEqual(promised.toSorted((a, b) => b - a));
        expect(promised.length).toBeLessThanOrEqual(4);
        expect(promised.length).toBeGreaterThanOrEqual(Math.min(4, gains.length));
      }),
    );
  });

  it('is nothing for a lead at the cap of everything, and less for one that is near', () => {
    const events = ['demo_requested', 'trial_started', 'webinar_attended'] as const;
    const done = events.map((kind) => event({ kind }));
    const promised = (totalCap: number) =>
      scoreOf(done, nobody, definitionWith({ totalCap })).wouldChange.filter(
        ({ points }) => points > 0,
      );
    expect(promised(48)).toEqual([]);
    expect(promised(55)[0]).toMatchObject({ ruleId: 'hand-raise', points: 7 });
  });

  it('crosses by asking to be called, however few points that has', () => {
    const definition = definitionWith({ mqlAt: 60 });
    const changes = scoreOf([], nobody, definition).wouldChange;
    expect(changes).toContainEqual(expect.objectContaining({ ruleId: 'demo', crosses: true }));
    const webinar = { ...definition, engagement: definition.engagement.slice(6) };
    expect(scoreOf([], nobody, webinar).wouldChange.filter((one) => one.crosses)).toEqual([]);
  });
});
