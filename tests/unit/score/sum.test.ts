/** The first promise: every score is the exact sum of the lines that are shown with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadDefinition } from '../../../lib/contract/definition.ts';
import { scoreView } from '../../../lib/contract/score.ts';
import { countersOf } from '../../../lib/score/counters.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { marketoPreset } from '../../../lib/score/presets/marketo.ts';
import { pointsOn } from '../../../lib/score/score.ts';
import { anyDefinition, anyEvents, anyFit } from './support/anything.ts';
import { definitionWith, event, lineOf, nobody, scoreOf, TODAY } from './support/leads.ts';

describe('the sum', () => {
  it('is exact for any lead under any definition, inside its limits, and valid to be sent', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const score = scoreOf(events, fit, definition);
        const sum = (lines: typeof score.contributions) =>
          lines.reduce((total, line) => total + line.points, 0);
        const of = (side: string) => score.contributions.filter((line) => line.side === side);
        expect(sum(score.contributions)).toBe(score.points);
        expect(sum(of('engagement'))).toBe(score.engagementPoints);
        expect(score.points).toBeGreaterThanOrEqual(0);
        expect(score.points).toBeLessThanOrEqual(definition.totalCap);
        expect(score.fitPoints).toBeGreaterThanOrEqual(0);
        expect(score.fitPoints).toBeLessThanOrEqual(definition.fitCap);
        expect(scoreView.safeParse(score).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('is what ranking computes without the explanation', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const points = pointsOn(countersOf(events, definition), fit, definition, TODAY);
        expect(points).toBe(scoreOf(events, fit, definition).points);
      }),
    );
  });

  it('shows every limit as a line of its own', () => {
    const below = scoreOf([event({ kind: 'unsubscribed' })]);
    expect(below.points).toBe(0);
    expect(lineOf(below, 'limit-everything-together')).toMatchObject({ side: 'limit', points: 20 });
    const fit = { ...nobody, email: 'x@shanahan.example', title: 'Head of planning' };
    const above = scoreOf([], fit, definitionWith({ fitCap: 9 }));
    expect(above).toMatchObject({ points: 9, fitPoints: 9 });
    expect(lineOf(above, 'limit-fit')).toMatchObject({ side: 'limit', points: -5 });
  });

  it('never gives a line of minus nothing', () => {
    fc.assert(
      fc.property(anyEvents, anyFit, anyDefinition, (events, fit, definition) => {
        const score = scoreOf(events, fit, definition);
        const all = [score.points, ...score.trend, ...score.contributions.map((l) => l.points)];
        expect(all.filter((points) => Object.is(points, -0))).toEqual([]);
      }),
    );
  });
});

describe('the definitions drawn for these properties', () => {
  it('could all be signed', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        expect(leadDefinition.safeParse(definition).error).toBeUndefined();
      }),
    );
  });
});

describe.each([gitlabPreset, marketoPreset])('the preset $preset.name', (preset) => {
  it('is a valid lead definition with unique rules', () => {
    expect(leadDefinition.safeParse(preset).error).toBeUndefined();
    const ids = [...preset.engagement, ...preset.fit].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes no event of a kind past a rule that takes all of it', () => {
    const open = new Set<string>();
    for (const rule of preset.engagement) {
      expect(open, `${rule.id} can never be reached`).not.toContain(rule.kind);
      if (!rule.where) open.add(rule.kind);
    }
  });
});
