/** The figures every score is judged by, each with how sure it is. */
import { bootstrap } from '../../../lib/score/learn/intervals.ts';
import { auc, brier, ece, liftOfTopTenth } from '../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../lib/score/learn/random.ts';
import type { Figure, Goal } from './table.ts';

export interface Promised {
  /** Whatever it ranks by. */
  scores: ArrayLike<number>;
  /** Null when it makes no promise. */
  chances: ArrayLike<number> | null;
  outcomes: ArrayLike<number>;
}

export type Goals = Partial<Record<'auc' | 'lift' | 'brier' | 'ece', Goal>>;

export function promiseFigures(
  { scores, chances, outcomes }: Promised,
  goals: Goals,
  random: Random,
  samples = 100,
): Figure[] {
  const figure = (
    name: string,
    of: (values: ArrayLike<number>, outcomes: ArrayLike<number>) => number,
    values: ArrayLike<number>,
    goal?: Goal,
  ): Figure => ({
    name,
    value: of(values, outcomes),
    interval: bootstrap(of, values, outcomes, random, samples),
    ...(goal && { goal }),
  });
  return [
    figure('AUC', auc, scores, goals.auc),
    figure('lift of the top tenth', liftOfTopTenth, scores, goals.lift),
    ...(chances
      ? [
          figure('Brier', brier, chances, goals.brier),
          figure('ECE, 10 bands of equal size', ece, chances, goals.ece),
        ]
      : []),
  ];
}
