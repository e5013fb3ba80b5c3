/** What the desk is told about a set of verdicts, where it could easily be told something else. */
import { describe, expect, it } from 'vitest';
import { chanceFor } from '../../../lib/score/chance.ts';
import { calibrationOf } from '../../../lib/score/learn/cases.ts';
import { withPoints } from '../../../lib/score/learn/change.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import { study } from '../../../lib/score/learn/study.ts';
import { lessonOf } from '../../../lib/score/learn/verdict-case.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { daysAgo, definitionWith, NOW } from './support/leads.ts';
import { simulated, verdict } from './support/verdicts.ts';

const options = () => ({ now: NOW, random: seeded(1) });
const verdicts = (n: number, seed = 1) =>
  simulated({ n, seed, agreed: gitlabPreset, truth: gitlabPreset });

describe('drift', () => {
  it('compares every line, and says which moved by more than chance', () => {
    const { inputs } = study(verdicts(600), gitlabPreset, options()).drift;
    expect(inputs).toHaveLength(gitlabPreset.engagement.length + gitlabPreset.fit.length);
    expect(inputs.filter(({ moved }) => moved)).toEqual([]);
    const since = daysAgo(60);
    const other = verdicts(600, 2).filter(
      ({ at, lead }) => at < since || lead.counters.rules.webinar === undefined,
    );
    const moved = study(other, gitlabPreset, options()).drift.inputs.filter((each) => each.moved);
    expect(moved.map(({ ruleId }) => ruleId)).toContain('webinar');
  });

  it('compares nothing when there are too few to compare', () => {
    expect(study(verdicts(60), gitlabPreset, options()).drift.inputs).toEqual([]);
  });
});

describe('bands', () => {
  it('keep leads with the same points together, however many they are', () => {
    const { bands, quality } = study(verdicts(400), gitlabPreset, options());
    expect(bands.length).toBeGreaterThan(3);
    bands.slice(1).forEach((band, place) => {
      expect(band.from).toBeGreaterThan(bands[place]?.to ?? Number.POSITIVE_INFINITY);
    });
    expect(bands.reduce((sum, { n }) => sum + n, 0)).toBe(quality.n);
    expect(bands.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(quality.accepted);
  });
});

describe('the proposed line', () => {
  it('tells what was seen above it, and apart from that what is expected', () => {
    const cases = verdicts(500);
    const { line } = study(cases, gitlabPreset, options());
    if (!line) throw new Error('No line.');
    const above = cases.filter(({ lead }) => lead.points >= line.points);
    const accepted = (of: typeof cases) => of.filter((one) => one.verdict === 'accepted').length;
    expect(line.volume).toBe(above.length);
    expect(line.precision).toBeCloseTo(accepted(above) / above.length, 9);
    expect(line.recall).toBeCloseTo(accepted(above) / accepted(cases), 9);
    expect(line.expected).toBeGreaterThanOrEqual(gitlabPreset.promisedShare);
  });
});

describe('a definition from before points had a meaning', () => {
  it('promises no certainties from a few verdicts', () => {
    const five = (points: number) => points * 5;
    const old = {
      ...gitlabPreset,
      mqlAt: five(gitlabPreset.mqlAt),
      fitCap: five(gitlabPreset.fitCap),
      totalCap: five(gitlabPreset.totalCap),
      engagement: gitlabPreset.engagement.map((rule) => ({
        ...rule,
        points: five(rule.points),
        cap: five(rule.cap),
      })),
      fit: gitlabPreset.fit.map((rule) => ({ ...rule, points: five(rule.points) })),
    };
    const few = verdicts(40);
    const chance = (definition: typeof old, points: number) =>
      chanceFor(points, calibrationOf(few, definition, NOW))?.percent ?? 0;
    for (const points of [5, 15, 25]) {
      const [now, then] = [chance(gitlabPreset, points), chance(old, five(points))];
      expect(Math.abs(now - then)).toBeLessThan(25);
    }
  });

  it('still knows which of its reasons are about data', () => {
    const rejected = gitlabPreset.reasons.rejected.map(({ teaches: _, ...reason }) => reason);
    const old = definitionWith({ reasons: { ...gitlabPreset.reasons, rejected } });
    const lesson = (reason: string) => lessonOf(verdict({ verdict: 'rejected', reason }), old);
    expect([lesson('bad-data'), lesson('duplicate')]).toEqual(['data', 'data']);
    expect(lesson('student')).toEqual({ accepted: false, aboutFit: true });
    expect(lesson('constructor')).toEqual({ accepted: false, aboutFit: true });
  });
});

describe('a change of points', () => {
  it('never leaves a rule with a cap below one event of its own', () => {
    const [rule] = gitlabPreset.engagement;
    if (!rule) throw new Error('No rule.');
    const held = definitionWith({ engagement: [{ ...rule, points: 8, cap: 2 }] });
    const changed = withPoints(held, [{ ruleId: rule.id, step: null, to: 1 }]);
    expect(changed.engagement[0]).toMatchObject({ points: 1, cap: 1 });
  });
});
