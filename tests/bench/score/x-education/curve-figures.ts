/** The learning curve as figures: means over runs, which differ in what was worked at random. */
import type { Figure, Goal } from '../table.ts';
import { refuseTooGood } from './figures.ts';

/** How good the score is on leads that were never worked, after so many verdicts. */
export interface Milestone {
  verdicts: number;
  auc: number;
  ece: number;
  lift: number;
}

const AUC_GOALS: Readonly<Record<number, Goal>> = {
  200: { atLeast: 0.81 },
  400: { atLeast: 0.86 },
  1600: { atLeast: 0.88 },
};
const ECE_GOALS: Readonly<Record<number, Goal>> = { 1600: { atMost: 0.035 } };
/** Learning must never make it worse than what was agreed, by more than this. */
const NEVER_BELOW: Goal = { atLeast: -0.005 };

/**
 * @param runs the milestones of each run, the start first
 * @param judged false for a baseline, which has no goals
 */
export function curveFigures(runs: readonly (readonly Milestone[])[], judged: boolean): Figure[] {
  const means = (runs[0] ?? []).map((first, at) => {
    const mean = (of: (milestone: Milestone) => number): number =>
      runs.reduce((sum, run) => sum + of(run[at] ?? first), 0) / runs.length;
    return {
      verdicts: first.verdicts,
      auc: mean(({ auc }) => auc),
      ece: mean(({ ece }) => ece),
      lift: mean(({ lift }) => lift),
    };
  });
  const start = means[0]?.auc ?? Number.NaN;
  for (const { auc } of means) refuseTooGood(auc);
  const goal = (goals: Readonly<Record<number, Goal>>, verdicts: number): Partial<Figure> => {
    const own = judged ? goals[verdicts] : undefined;
    return own ? { goal: own } : {};
  };
  return [
    ...means.flatMap(({ verdicts, auc, ece, lift }): Figure[] => [
      { name: `${verdicts} verdicts: AUC`, value: auc, ...goal(AUC_GOALS, verdicts) },
      { name: `${verdicts} verdicts: ECE`, value: ece, ...goal(ECE_GOALS, verdicts) },
      { name: `${verdicts} verdicts: lift of the top tenth`, value: lift },
    ]),
    {
      name: 'lowest AUC minus that of the start',
      value: Math.min(...means.slice(1).map(({ auc }) => auc)) - start,
      ...(judged ? { goal: NEVER_BELOW } : {}),
    },
  ];
}
