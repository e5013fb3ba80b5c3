/** A definition with other points: what was asked is what is in it, and it can still be signed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EngagementRule,
  type LeadDefinition,
  leadDefinition,
  type Step,
} from '../../../lib/contract/definition.ts';
import { type PointsChange, withPoints } from '../../../lib/score/learn/change.ts';
import { changesInWords } from '../../../lib/score/learn/change-words.ts';
import { columnsOf } from '../../../lib/score/learn/columns.ts';
import { linePoints } from '../../../lib/score/line-points.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { anyDefinition, directionOf } from './support/anything.ts';
import { definitionWith, onlyRules } from './support/leads.ts';

/** A definition and some changes of points in it. */
const anyChanges = anyDefinition.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.subarray(columnsOf(definition), { minLength: 1 }).chain((columns) =>
      fc.tuple(
        ...columns.map(({ ruleId, step }) =>
          fc.record({
            ruleId: fc.constant(ruleId),
            step: fc.constant(step),
            to: fc.integer({ min: -40, max: 40 }),
          }),
        ),
      ),
    ),
  ),
);

function ruleOf(definition: LeadDefinition, id: string): EngagementRule | undefined {
  return definition.engagement.find((rule) => rule.id === id);
}

function stepped(...points: number[]): LeadDefinition {
  const steps = points.map((each, at) => ({ from: at + 1, points: each }));
  const rule = { id: 'r', label: 'R', kind: 'other' as const, points: 0, cap: 20, perDay: 1 };
  return onlyRules([{ ...rule, steps }]);
}

function stepsAfter(definition: LeadDefinition, ...changes: [step: number, to: number][]) {
  const asked = changes.map(([step, to]): PointsChange => ({ ruleId: 'r', step, to }));
  return withPoints(definition, asked).engagement[0]?.steps?.map((step: Step) => step.points);
}

describe('a definition with other points', () => {
  it('can always be signed', () => {
    fc.assert(
      fc.property(anyChanges, ([definition, changes]) => {
        expect(leadDefinition.safeParse(withPoints(definition, changes)).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('has the points that were asked for, where there are no steps or steps may turn', () => {
    fc.assert(
      fc.property(anyChanges, ([definition, changes]) => {
        const changed = columnsOf(withPoints(definition, changes));
        for (const { ruleId, step, to } of changes) {
          const rule = ruleOf(definition, ruleId);
          if (rule?.steps && !rule.turns) continue;
          expect(
            changed
              .filter((column) => column.ruleId === ruleId && column.step === step)
              .map(({ points }) => points),
          ).toContain(to);
        }
      }),
    );
  });

  it('changes nothing that was not asked for, but what gives way beside a step', () => {
    fc.assert(
      fc.property(anyChanges, ([definition, changes]) => {
        const asked = new Set(changes.map(({ ruleId }) => ruleId));
        const { engagement, fit, ...rest } = withPoints(definition, changes);
        const others = (rules: readonly { id: string }[]) =>
          rules.filter(({ id }) => !asked.has(id));
        expect(others(engagement)).toEqual(others(definition.engagement));
        expect(others(fit)).toEqual(others(definition.fit));
        const { engagement: _, fit: __, ...before } = definition;
        expect(rest).toEqual(before);
      }),
    );
  });

  it('keeps a changed step where it was asked to be, and moves its neighbours', () => {
    expect(stepsAfter(stepped(2, 5, 8), [1, 6])).toEqual([6, 6, 8]);
    expect(stepsAfter(stepped(2, 5, 8), [3, 4])).toEqual([2, 4, 4]);
    expect(stepsAfter(stepped(2, 5, 8), [3, 0])).toEqual([0, 0, 0]);
    expect(stepsAfter(stepped(2, 5, 8), [2, 9])).toEqual([2, 9, 9]);
    expect(stepsAfter(stepped(2, 5, 8), [1, 6], [3, 7])).toEqual([6, 6, 7]);
    expect(stepsAfter(stepped(-2, -5, -8), [3, -4])).toEqual([-2, -4, -4]);
    expect(stepsAfter(stepped(-2, -5, -8), [1, -6])).toEqual([-6, -6, -8]);
  });

  it('goes no further than steps that rise from nothing may go', () => {
    expect(stepsAfter(stepped(2, 5, 8), [1, -3])).toEqual([0, 5, 8]);
    expect(stepsAfter(stepped(2, 5, 8), [3, -3])).toEqual([0, 0, -3]);
  });

  it('lets a single change of a step stand, if its sign is the one of the rule', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(40), fc.nat(), (definition, size, drawn) => {
        const steps = columnsOf(definition).filter(({ step }) => step !== null);
        const column = steps[drawn % Math.max(1, steps.length)];
        const rule = column && ruleOf(definition, column.ruleId);
        fc.pre(rule !== undefined && !rule.turns);
        if (!column || !rule) return;
        const to = directionOf(rule) === 'up' ? size : -size || 0;
        const { ruleId, step } = column;
        const changed = columnsOf(withPoints(definition, [{ ruleId, step, to }]));
        expect(changed.find((own) => own.ruleId === ruleId && own.step === step)?.points).toBe(to);
      }),
    );
  });

  it('counts as many events as before: the cap moves along', () => {
    const changed = withPoints(gitlabPreset, [
      { ruleId: 'webinar', step: null, to: 11 },
      { ruleId: 'pages', step: null, to: 1 },
      { ruleId: 'careers', step: null, to: 0 },
    ]);
    const [webinar, pages, careers] = ['webinar', 'pages', 'careers'].map((id) =>
      ruleOf(changed, id),
    );
    expect(webinar).toMatchObject({ points: 11, cap: 22 });
    expect(pages).toMatchObject({ points: 1, cap: 5 });
    expect(careers).toMatchObject({ points: 0, cap: 0 });
    expect(webinar && linePoints(webinar, 3)).toBe(22);
  });
});

describe('changes in words', () => {
  it('name each rule that counts something else, what is new and what is gone, and the line', () => {
    const before = definitionWith({ mqlAt: 20 });
    const changed = withPoints(before, [
      { ruleId: 'webinar', step: null, to: 11 },
      { ruleId: 'careers', step: null, to: -5 },
      { ruleId: 'clicked', step: 1.5, to: 3 },
      { ruleId: 'business-mail', step: null, to: 6 },
    ]);
    const [first, ...others] = changed.engagement;
    const after = { ...changed, mqlAt: 25, engagement: others };
    expect(first?.id).toBe('demo');
    expect(changesInWords(before, after)).toEqual([
      '“Business address” counts 6, was 7',
      '“Attended a webinar” counts 11, was 8',
      '“Attended a webinar” counts at most 22 in all, was 16',
      '“Looked at jobs here” counts −5, was −2',
      '“Looked at jobs here” counts at most 15 in all, was 6',
      '“Clicked in an e-mail” counts 3 from 1.5, 3 from 4, was 1 from 1.5, 2 from 4',
      '“Clicked in an e-mail” counts at most 3 in all, was 2',
      '“Asked for a demo” no longer counts',
      'Handed over from 25 points, was 20',
    ]);
    expect(changesInWords(after, before)).toContain('“Asked for a demo” is new and counts 20');
    expect(changesInWords(before, before)).toEqual([]);
  });
});
