/**
 * What a marketing and a sales person might agree on before anything is measured: rules of thumb for inbound leads of a
 * course seller, in whole points (7 double the odds).
 *
 * Set without fitting anything, but not by someone blind: whoever wrote them had seen tables of conversion by level, as
 * section 3.5 of the scoring design discloses. A first version with finer points started at an AUC of .763; these, in
 * fives as people give them, replaced it because that start was too good to be a fair one. So where the curve starts is
 * not evidence of anything; how fast it rises from there is.
 */
import { logitOfPoints } from '../../../../lib/score/learn/points.ts';
import type { Coding } from '../coding.ts';

interface Rule {
  /** For having answered at all, whatever the answer. */
  answered?: number;
  /** By level; 0 for those not named. With an answer, on top of `answered`. */
  words?: Readonly<Record<string, number>>;
  /** From this amount on, so many points. Rising amounts. */
  steps?: readonly (readonly [from: number, points: number])[];
}

/** By name of the input. */
const RULES: Readonly<Record<string, Rule>> = {
  // Someone who is put in by hand was recommended or talked to; a form is more than a chat.
  origin: { words: { 'Lead Add Form': 10, 'Landing Page Submission': 5 } },
  source: { words: { reference: 10 } },
  'no e-mail': { words: { Yes: -10 } },
  'no calls': { words: { Yes: -10 } },
  // Coming back, staying and looking around are interest.
  visits: { steps: [[3, 5]] },
  'seconds on site': {
    steps: [
      [300, 5],
      [900, 10],
    ],
  },
  'pages per visit': { steps: [[4, 5]] },
  // Who earns can pay; who studies already has a school.
  occupation: { words: { 'Working Professional': 5, Student: -5 } },
  specialization: { answered: 5 },
  'free copy': { words: { Yes: 5 } },
  country: { words: { abroad: -5 } },
};

/** @returns the agreed weights in logits, one per column of the coding */
export function handWeights(coding: Coding): Float64Array {
  const weights = new Float64Array(coding.names.length);
  // The halves of a pair have rules of their own; what they are together has none.
  coding.groups.forEach((group, column) => {
    const word = coding.names[column]?.slice(group.length + 2) ?? '';
    weights[column] = logitOfPoints(RULES[group]?.words?.[word] ?? 0);
  });
  for (const { name, levels } of coding.inputs) {
    const rule = RULES[name] ?? {};
    for (const { from, entries } of levels) {
      const column = entries.at(-1)?.[0];
      if (column === undefined || (rule.answered === undefined && from === undefined)) continue;
      const common = entries.slice(0, -1);
      if (from === undefined) {
        for (const [shared] of common) weights[shared] = logitOfPoints(rule.answered ?? 0);
        continue;
      }
      const below = common.reduce((sum, [step]) => sum + (weights[step] ?? 0), 0);
      weights[column] = logitOfPoints(pointsFrom(rule, from)) - below;
    }
  }
  return weights;
}

function pointsFrom({ steps = [] }: Rule, amount: number): number {
  return steps.filter(([from]) => amount >= from).at(-1)?.[1] ?? 0;
}
