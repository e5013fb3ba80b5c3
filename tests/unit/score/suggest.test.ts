/** When a change is suggested: each condition by itself, at its edge. */
import { describe, expect, it } from 'vitest';
import type { EngagementRule } from '../../../lib/contract/definition.ts';
import { caseTable } from '../../../lib/score/learn/cases.ts';
import { withPoints } from '../../../lib/score/learn/change.ts';
import type { Learned } from '../../../lib/score/learn/learn.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import {
  type Lessons,
  learnPoints,
  refreshed,
  suggestionsOf,
  suspicionsOf,
} from '../../../lib/score/learn/suggest.ts';
import { gitlabPreset as agreed } from '../../../lib/score/presets/gitlab.ts';
import { NOW } from './support/leads.ts';
import { simulated } from './support/verdicts.ts';

const truth = withPoints(agreed, [{ ruleId: 'webinar', step: null, to: 18 }]);
const cases = caseTable(simulated({ n: 400, seed: 1, agreed, truth }), agreed, NOW);
const lessons = learnPoints(cases, agreed, seeded(1));
const at = lessons.columns.findIndex(({ ruleId }) => ruleId === 'webinar');

/** The same lessons, had they taught this of the webinar: a weight in points, and how sure it is. */
function taught(points: number, sd = 0.01, more: Partial<Learned> = {}): Lessons {
  const { learned, ...part } = lessons.by.engagement;
  const own = {
    ...learned,
    weights: learned.weights.with(at, points / 10),
    sd: learned.sd.with(at, sd),
    ...more,
  };
  const engagement = { ...part, learned: own };
  return { ...lessons, by: { ...lessons.by, engagement } };
}

function ofWebinar(some: Lessons) {
  return suggestionsOf(cases, agreed, some).find(({ ruleId }) => ruleId === 'webinar');
}

/** The same with this many leads left that attended one. */
function attendedBy(n: number): Lessons {
  const some = taught(16);
  const { rows, outcomes, learned } = some.by.engagement;
  let left = n;
  const kept = [...rows.keys()].filter(
    (row) => !rows[row]?.some(([column]) => column === at) || left-- > 0,
  );
  const engagement = {
    learned,
    rows: kept.map((row) => rows[row] ?? []),
    outcomes: kept.map((row) => outcomes[row] ?? 0),
  };
  return { ...some, by: { ...some.by, engagement } };
}

describe('a change is suggested', () => {
  it('with the leads that had the line beside those that had not, and what it would have been worth', () => {
    const found = ofWebinar(taught(16));
    expect(found).toMatchObject({ from: 8, to: 16, side: 'engagement', step: null });
    const { rows } = lessons.by.engagement;
    const attended = rows.flatMap((entries, row) =>
      entries.some(([column]) => column === at) ? [cases.outcomes[row] ?? 0] : [],
    );
    const accepted = attended.reduce((sum, each) => sum + each, 0);
    expect(found?.with).toEqual({ n: attended.length, accepted });
    const all = cases.outcomes.reduce((sum, each) => sum + each, 0);
    expect(found?.without).toEqual({ n: 400 - attended.length, accepted: all - accepted });
    expect(found?.after.auc).toBeGreaterThan(found?.before.auc ?? 1);
  });

  it.each([
    [9.4, false],
    [9.5, true],
    [8, false],
  ])('from 8 to %d points, which is 2 at least: %s', (points, expected) => {
    expect(ofWebinar(taught(points)) !== undefined).toBe(expected);
  });

  it.each([
    // The 0.9 quantile of the normal distribution is 1.2816.
    [1.281, false],
    [1.282, true],
  ])('when it lies %d deviations away, which is nine in ten at least: %s', (far, expected) => {
    const found = ofWebinar(taught(16, 0.8 / far));
    expect(found !== undefined).toBe(expected);
    if (found) expect(found.certainty).toBeCloseTo(0.9, 3);
  });

  it.each([
    [24, false],
    [25, true],
  ])('when %d judged leads had the line: %s', (n, expected) => {
    expect(ofWebinar(attendedBy(n)) !== undefined).toBe(expected);
  });

  it('only if verdicts would have been predicted better: not the wrong way, however sure', () => {
    expect(ofWebinar(taught(1))).toBeUndefined();
  });

  it('only if anything learned predicts better than what was agreed', () => {
    expect(ofWebinar(taught(16, 0.01, { width: 0 }))).toBeUndefined();
  });

  it('not where nearly all ended the same way: that is shown instead', () => {
    const held = taught(16, 0.01, { held: new Set([at]) });
    expect(ofWebinar(held)).toBeUndefined();
    const { n, accepted } = ofWebinar(taught(16))?.with ?? { n: 0, accepted: 0 };
    expect(suspicionsOf(held)).toEqual([
      { ruleId: 'webinar', label: 'Attended a webinar', n, accepted },
    ]);
  });

  it('the best first', () => {
    const losses = suggestionsOf(cases, agreed, lessons).map(({ after }) => after.logLoss);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  });
});

describe('a step', () => {
  it('is suggested as it would be in force: no rule that rises goes below zero', () => {
    const withClicked = (more: Partial<EngagementRule>) => ({
      ...agreed,
      engagement: agreed.engagement.map((rule) =>
        rule.id === 'clicked' ? { ...rule, cap: 8, ...more } : rule,
      ),
    });
    const definition = withClicked({
      steps: [
        { from: 1.5, points: 6 },
        { from: 4, points: 8 },
      ],
    });
    const truth = withClicked({ steps: [{ from: 1.5, points: -8 }] });
    const own = caseTable(simulated({ n: 400, seed: 1, agreed: definition, truth }), agreed, NOW);
    const lessons = learnPoints(own, definition, seeded(1));
    const step = lessons.columns.findIndex(({ step }) => step === 1.5);
    expect(lessons.by.engagement.learned.weights[step]).toBeLessThan(-0.1);
    const found = suggestionsOf(own, definition, lessons);
    expect(found.find(({ ruleId }) => ruleId === 'clicked')).toMatchObject({
      step: 1.5,
      from: 6,
      to: 0,
    });
  });
});

describe('the refreshed definition', () => {
  it('has all suggestions in it, is the next version and signed by nobody', () => {
    const suggestions = suggestionsOf(cases, agreed, taught(16));
    const next = refreshed({ ...agreed, signedBy: { marketing: 'M', sales: 'S' } }, suggestions);
    expect(next).toMatchObject({ version: 2, signedBy: { marketing: null, sales: null } });
    for (const { ruleId, step, to } of suggestions) {
      const rules = [...(next?.engagement ?? []), ...(next?.fit ?? [])];
      if (step === null) expect(rules.find(({ id }) => id === ruleId)?.points).toBe(to);
    }
    expect(refreshed(agreed, [])).toBeNull();
  });
});
