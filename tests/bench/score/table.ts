/** One line of the benchmark: a figure, how sure it is, and the goal it is held against. */
import type { Interval } from '../../../lib/score/learn/intervals.ts';

export interface Goal {
  atLeast?: number;
  atMost?: number;
}

export interface Figure {
  name: string;
  value: number;
  /** 95 %, over bootstrap samples of the test cases. */
  interval?: Interval;
  goal?: Goal;
}

/** What one model did on one split of one data set. */
export interface Outcome {
  part: string;
  /** Of what: `additive scorecard, whole points`. */
  what: string;
  /** How it was split, and what was chosen where. */
  split: string;
  trained: number;
  tested: number;
  figures: Figure[];
}

/** @returns `met`, `missed` or nothing when there is no goal */
export function verdictOn({ value, goal }: Figure): 'met' | 'missed' | '' {
  if (!goal) return '';
  const low = goal.atLeast === undefined || value >= goal.atLeast;
  const high = goal.atMost === undefined || value <= goal.atMost;
  return low && high ? 'met' : 'missed';
}

/** @returns the outcomes as lines of text, one figure each */
export function linesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => [
    '',
    `${outcome.part}: ${outcome.what}`,
    `  ${outcome.split}; trained on ${outcome.trained}, tested on ${outcome.tested}`,
    ...outcome.figures.map(lineOf),
  ]);
}

function lineOf(figure: Figure): string {
  const { name, value, interval, goal } = figure;
  const between = interval ? `[${shown(interval.low)}, ${shown(interval.high)}]` : '';
  const verdict = verdictOn(figure);
  const wanted = goal
    ? `goal ${goalWords(goal)}  ${verdict === 'missed' ? 'MISSED' : verdict}`
    : '';
  return `  ${name.padEnd(34)} ${shown(value).padStart(9)}  ${between.padEnd(18)} ${wanted}`.trimEnd();
}

function goalWords({ atLeast, atMost }: Goal): string {
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost}`;
  return atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
}

function shown(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return value.toFixed(3);
}
