/** An additive scorecard in whole points: fitted on training cases, calibrated on those that came later, then frozen. */
import { type Calibrator, calibrated } from '../../../lib/score/learn/calibrate.ts';
import { learnFading } from '../../../lib/score/learn/in-order.ts';
import { logitOfPoints, pointsOf } from '../../../lib/score/learn/points.ts';
import { type Coding, codingOf, encode, type Input, type Values } from './coding.ts';

export interface Case {
  values: Values;
  accepted: 0 | 1;
}

export interface Contribution {
  input: string;
  level: string;
  /** Whole points. */
  points: number;
}

export interface Scorecard {
  /** Whether older cases counted less. */
  fading: boolean;
  coding: Coding;
  /** Whole points by input and level. */
  points: readonly (readonly number[])[];
  calibrator: Calibrator;
  /** Logit of a score of 0 before calibration. */
  base: number;
  /** Levels that the purity guard would hold; which of them it held. */
  flagged: readonly { name: string; held: boolean }[];
}

export interface ScorecardOptions {
  /** Inputs whose pure levels people have looked at and found genuine. */
  confirmed?: readonly string[];
}

/** @param training cases in the order they came, oldest first */
export function scorecardOf(
  inputs: readonly Input[],
  training: readonly Case[],
  { confirmed = [] }: ScorecardOptions = {},
): Scorecard {
  const values = training.map((one) => one.values);
  const coding = codingOf(inputs, values);
  const cases = { design: encode(coding, values), outcomes: training.map((one) => one.accepted) };
  const agreed = { weights: new Float64Array(coding.names.length), base: 0 };
  const genuine = columnsOfGroups(coding, confirmed);
  const learned = learnFading(cases, agreed, coding.groups, { confirmed: genuine });
  const { weights, calibrator } = learned;
  const weightOf = (entries: readonly (readonly [number, number])[]): number =>
    entries.reduce((sum, [column, amount]) => sum + (weights[column] ?? 0) * amount, 0);
  return {
    fading: learned.counts !== undefined,
    coding,
    points: coding.inputs.map(({ levels }) =>
      levels.map(({ entries }) => pointsOf(weightOf(entries))),
    ),
    calibrator,
    base: weights[coding.names.length] ?? 0,
    flagged: Array.from(learned.pure, (column) => ({
      name: coding.names[column] ?? '',
      held: !genuine.has(column),
    })),
  };
}

/** @returns the columns of these inputs */
export function columnsOfGroups(coding: Coding, groups: readonly string[]): Set<number> {
  return new Set(
    coding.groups.flatMap((group, column) => (groups.includes(group) ? [column] : [])),
  );
}

/** @returns what each input adds to the score of this lead */
export function contributionsOf(card: Scorecard, values: Values): Contribution[] {
  return card.coding.inputs.map((input, place) => {
    const level = input.levelOf(values);
    return {
      input: input.name,
      level: input.levels[level]?.label ?? '',
      points: card.points[place]?.[level] ?? 0,
    };
  });
}

/** @returns the score: whole points */
export function scoreOf(card: Scorecard, values: Values): number {
  return card.coding.inputs.reduce(
    (sum, input, place) => sum + (card.points[place]?.[input.levelOf(values)] ?? 0),
    0,
  );
}

/** @returns the calibrated chance of a score */
export function chanceOfScore(card: Scorecard, score: number): number {
  return calibrated(card.calibrator, card.base + logitOfPoints(score));
}
