/**
 * Sales that decides by known points: verdicts have to lead back to them. One rule of the agreed definition is wrong, or none
 * is; everything else (who is accepted, what they did, when) is drawn by chance with a fixed seed.
 */
import { describe, expect, it } from 'vitest';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { calibrationOf, caseTable } from '../../../lib/score/learn/cases.ts';
import { withPoints } from '../../../lib/score/learn/change.ts';
import { chanceOf } from '../../../lib/score/learn/logit.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import { study } from '../../../lib/score/learn/study.ts';
import { learnPoints } from '../../../lib/score/learn/suggest.ts';
import type { VerdictCase } from '../../../lib/score/learn/verdict-case.ts';
import { gitlabPreset as agreed } from '../../../lib/score/presets/gitlab.ts';
import { DAY, event, NOW } from './support/leads.ts';
import { type Simulated, simulated } from './support/verdicts.ts';

function studyOf(verdicts: readonly VerdictCase[], definition: LeadDefinition = agreed) {
  return study(verdicts, definition, { now: NOW, random: seeded(1) });
}

function verdictsUnder(truth: LeadDefinition, n: number, seed: number, also?: Simulated['also']) {
  return simulated({ n, seed, agreed, truth, ...(also && { also }) });
}

function truthWith(ruleId: string, to: number, step: number | null = null): LeadDefinition {
  return withPoints(agreed, [{ ruleId, step, to }]);
}

describe('where one rule is not what sales goes by', () => {
  it.each([
    ['webinar', null, 8, 18, 400],
    ['pricing', null, 5, -4, 400],
    ['business-mail', null, 7, -5, 800],
    ['clicked', 1.5, 1, 12, 800],
  ])('%s (step %s): %i points become more like %i', (ruleId, step, from, to, n) => {
    for (const seed of [1, 2]) {
      const { suggestions, changes, before, after, refreshed } = studyOf(
        verdictsUnder(truthWith(ruleId, to, step), n, seed),
      );
      const found = suggestions.find((one) => one.ruleId === ruleId && one.step === step);
      if (!found) throw new Error(`Nothing was suggested for ${ruleId} (seed ${seed}).`);
      expect(found.from).toBe(from);
      expect(Math.sign(found.to - from)).toBe(Math.sign(to - from));
      // The agreed points are the prior, so it goes some of the way, and not far beyond.
      expect(Math.abs(found.to - to)).toBeLessThan(Math.abs(from - to));
      expect(found.certainty).toBe(Math.max(...suggestions.map(({ certainty }) => certainty)));
      expect(found.certainty).toBeGreaterThanOrEqual(0.9);
      expect(found.with.n + found.without.n).toBe(n);
      expect(found.with.n).toBeGreaterThanOrEqual(25);
      expect(found.after.logLoss).toBeLessThan(found.before.logLoss);
      expect(changes.join()).toContain(found.label.split(',')[0]);
      expect(after?.logLoss).toBeLessThan(before?.logLoss ?? 0);
      expect(refreshed).toMatchObject({
        version: agreed.version + 1,
        signedBy: { marketing: null, sales: null },
      });
    }
  });

  it('a definition that says so already is left alone', () => {
    const truth = truthWith('webinar', 18);
    const verdicts = simulated({ n: 400, seed: 1, agreed: truth, truth });
    expect(studyOf(verdicts, truth).suggestions.map(({ ruleId }) => ruleId)).not.toContain(
      'webinar',
    );
  });

  it('nothing is suggested from fewer than 100 verdicts', () => {
    const verdicts = verdictsUnder(truthWith('webinar', 30), 100, 2);
    expect(studyOf(verdicts).suggestions.map(({ ruleId }) => ruleId)).toContain('webinar');
    const fewer = studyOf(verdicts.slice(1));
    expect(fewer).toMatchObject({ suggestions: [], suspicions: [], refreshed: null, changes: [] });
    expect(fewer.quality.n).toBe(99);
  });
});

describe('where sales goes by what was agreed', () => {
  it('next to nothing is suggested: at most 2 over 10 studies (8 in 120 when this was measured)', () => {
    const suggested = Array.from({ length: 10 }, (_, seed) =>
      studyOf(verdictsUnder(agreed, 300, seed + 1)).suggestions.map(
        ({ ruleId, from, to }) => `${ruleId} ${from} to ${to}`,
      ),
    ).flat();
    expect(suggested.length, suggested.join()).toBeLessThanOrEqual(2);
  });

  it('the same verdicts give the same study', () => {
    const verdicts = verdictsUnder(truthWith('webinar', 18), 150, 3);
    expect(studyOf(verdicts.toReversed())).toEqual(studyOf(verdicts));
  });
});

describe('a signal that knows the outcome', () => {
  /** Forms that were imported with leads that had become customers. */
  function backfilled(rejected: number) {
    return verdictsUnder(agreed, 400, 5, ({ events, at }, place) => {
      if (place >= 46) return undefined;
      events.push(event({ kind: 'form_submitted', name: 'Import', at: at - DAY }));
      return { verdict: place < rejected ? 'rejected' : 'accepted' };
    });
  }

  it('is shown to people and moves no points, when all 46 of 46 were accepted', () => {
    const { suggestions, suspicions } = studyOf(backfilled(0));
    expect(suspicions).toEqual([
      { ruleId: 'form', label: 'Filled in a form', n: 46, accepted: 46 },
    ]);
    expect(suggestions.map(({ ruleId }) => ruleId)).not.toContain('form');
    // Nor does it move what the others teach: its weight stays as agreed while they are learned.
    const { columns, by } = learnPoints(caseTable(backfilled(0), agreed, NOW), agreed, seeded(1));
    const form = columns.findIndex(({ ruleId }) => ruleId === 'form');
    expect(by.engagement.learned.weights[form]).toBeCloseTo(0.3, 3);
  });

  it('is a signal like any other, when 6 of the 46 were not', () => {
    const { suggestions, suspicions } = studyOf(backfilled(6));
    expect(suspicions).toEqual([]);
    expect(suggestions.find(({ ruleId }) => ruleId === 'form')?.to).toBeGreaterThan(3);
  });
});

describe('recycled leads', () => {
  /** Whoever writes from a business address is told "not now" four times in five. */
  function businessAddresses(said: 'recycled' | 'rejected') {
    return verdictsUnder(agreed, 400, 6, ({ fit }, _, random) =>
      fit.email?.endsWith('.example') && random() < 0.8 ? { verdict: said } : undefined,
    );
  }
  const ofFit = (verdicts: readonly VerdictCase[]) =>
    studyOf(verdicts).suggestions.filter(({ side }) => side === 'fit');

  it('say nothing about who they are', () => {
    expect(ofFit(businessAddresses('recycled'))).toEqual([]);
  });

  it('leave what is learned of fit exactly as it is without them', () => {
    const verdicts = verdictsUnder(agreed, 300, 7, (_, __, random) =>
      random() < 0.3 ? { verdict: 'recycled' } : undefined,
    );
    const others = verdicts.filter(({ verdict }) => verdict !== 'recycled');
    const [all, known] = [verdicts, others].map((some) =>
      learnPoints(caseTable(some, agreed, NOW), agreed, seeded(1)),
    );
    expect(known?.by.fit.learned.width).toBeDefined();
    expect(all?.by.fit).toEqual(known?.by.fit);
    expect(all?.by.engagement.outcomes).toHaveLength(300);
    expect(all?.by.engagement.learned.weights).not.toEqual(known?.by.engagement.learned.weights);
  });

  it('would have said it, had they been rejected', () => {
    expect(ofFit(businessAddresses('rejected'))).toContainEqual(
      expect.objectContaining({ ruleId: 'business-mail', from: 7 }),
    );
    const [found] = ofFit(businessAddresses('rejected'));
    expect(found?.to).toBeLessThan(0);
  });
});

describe('leads that nobody worked', () => {
  // Sales looks at the upper 1,000 of 2,500 only.
  const all = verdictsUnder(agreed, 2500, 1);
  const worked = all.toSorted((a, b) => b.lead.points - a.lead.points).slice(0, 1000);
  const { calibrator, verdictsByPoints } = calibrationOf(worked, agreed, NOW);

  it('do not exist: neither counted nor taken for rejected', () => {
    expect(calibrator.n).toBe(1000);
    expect(verdictsByPoints.reduce((sum, { n }) => sum + n, 0)).toBe(1000);
    const accepted = worked.filter(({ verdict }) => verdict === 'accepted').length;
    expect(verdictsByPoints.reduce((sum, own) => sum + own.accepted, 0)).toBe(accepted);
  });

  it('are promised what they would have had: choosing by points does not bend the chance', () => {
    for (const points of [10, 20, 30]) {
      const true_ = chanceOf(-1.6 + points / 10);
      const promised = chanceOf(calibrator.slope * (points / 10) + calibrator.base);
      expect(Math.abs(promised - true_)).toBeLessThan(0.06);
    }
  });

  it('would be promised far too little, if they were taken for rejected', () => {
    const asRejected = all.map(
      (one): VerdictCase => (worked.includes(one) ? one : { ...one, verdict: 'rejected' }),
    );
    const wrong = calibrationOf(asRejected, agreed, NOW).calibrator;
    const promised = chanceOf(wrong.slope + wrong.base);
    expect(promised).toBeLessThan(chanceOf(-1.6 + 1) / 2);
  });
});
