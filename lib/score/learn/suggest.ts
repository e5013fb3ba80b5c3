/**
 * What verdicts would change about a definition, each change with its evidence. Nothing here is applied: a card is for
 * people to sign or to leave.
 *
 * A change is suggested when all of it holds: verdicts that had no part in the fit are predicted better with learned points
 * than with agreed ones, and better still with this change alone; the direction is right with a probability of 0.9; it is 2
 * points at least; 25 judged leads had the line.
 */
import { type LeadDefinition, leadDefinition } from '../../contract/definition.ts';
import type { Suggestion, Suspicion } from '../../contract/learning.ts';
import { backtestOf } from './backtest.ts';
import type { CaseTable } from './cases.ts';
import { type PointsChange, withPoints } from './change.ts';
import { type Column, columnsOf, entriesOf } from './columns.ts';
import { designOf, type Entry } from './design.ts';
import { type Learned, learn } from './learn.ts';
import { logitOf } from './logit.ts';
import { logitOfPoints, pointsOf } from './points.ts';
import type { Random } from './random.ts';

const FEWEST_WITH = 25;
const SMALLEST_CHANGE = 2;
const LEAST_CERTAIN = 0.9;

/** What some of the cases teach, and these cases: the weights of each, and how it ended. */
interface Part {
  learned: Learned;
  rows: Entry[][];
  outcomes: number[];
}

export interface Lessons {
  columns: Column[];
  /** Who they are is learned from verdicts that say something about it; what they did, from all. */
  by: Record<Column['side'], Part>;
}

/**
 * Recycled is no for what they did and says nothing about who they are. With one base for all cases, leaving fit out of those
 * would make each fit rule a sign of "was not recycled". So fit is learned without them; then it is given for all, and what
 * they did is learned beside it.
 *
 * @returns what the cases teach about each weight of the definition
 */
export function learnPoints(cases: CaseTable, definition: LeadDefinition, random: Random): Lessons {
  const columns = columnsOf(definition);
  const given = columns.length;
  const agreed = [...columns.map(({ points }) => logitOfPoints(points)), 1];
  const sides = cases.judged.map((_, row) => entriesOf(cases.table, row, definition));
  const partOf = (places: readonly number[], rowOf: (place: number) => Entry[]): Part => {
    const rows = places.map(rowOf);
    const outcomes = places.map((place) => cases.outcomes[place] ?? 0);
    const counts = places.map((place) => cases.counts[place] ?? 1);
    const logits = rows.map((entries) => logitUnder(agreed, entries));
    const mean = logits.reduce((sum, each) => sum + each, 0) / Math.max(1, logits.length);
    const learned = learn(
      { design: designOf(rows, columns.length + 1), outcomes, counts },
      {
        weights: agreed,
        base: logitOf(definition.expectedShare) - mean,
        scales: [...scalesOf(rows, columns.length), 0],
      },
      { random },
    );
    return { learned, rows, outcomes };
  };
  const all = [...sides.keys()];
  const aboutFit = all.filter((place) => cases.judged[place]?.lesson.aboutFit);
  const fit = partOf(aboutFit, (place) => {
    const own = sides[place];
    return own ? [...own.engagement, ...own.fit] : [];
  });
  if (aboutFit.length === all.length) return { columns, by: { fit, engagement: fit } };
  const engagement = partOf(all, (place) => {
    const own = sides[place];
    return own ? [...own.engagement, [given, logitUnder(fit.learned.weights, own.fit)]] : [];
  });
  return { columns, by: { fit, engagement } };
}

function logitUnder(weights: ArrayLike<number>, entries: readonly Entry[]): number {
  return entries.reduce((sum, [column, amount]) => sum + (weights[column] ?? 0) * amount, 0);
}

/** A weight that applies four times over moves a score four times as far, so it may itself move a quarter. */
function scalesOf(rows: readonly (readonly Entry[])[], width: number): number[] {
  const squares = new Float64Array(width);
  const seen = new Float64Array(width);
  for (const [column, amount] of rows.flat()) {
    if (column >= width) continue;
    squares[column] = (squares[column] ?? 0) + amount * amount;
    seen[column] = (seen[column] ?? 0) + 1;
  }
  return Array.from(squares, (sum, column) =>
    sum === 0 ? 1 : 1 / Math.max(1, Math.sqrt(sum / (seen[column] ?? 1))),
  );
}

/** @returns the changes verdicts speak for, the surest first */
export function suggestionsOf(
  cases: CaseTable,
  definition: LeadDefinition,
  { columns, by }: Lessons,
): Suggestion[] {
  const before = backtestOf(cases, definition);
  const suggestions = columns.flatMap((column, at): Suggestion[] => {
    const { learned, rows, outcomes } = by[column.side];
    if (learned.width === 0 || learned.held.has(at)) return [];
    const wanted = pointsOf(learned.weights[at] ?? 0);
    if (Math.abs(wanted - column.points) < SMALLEST_CHANGE) return [];
    const moved = (learned.weights[at] ?? 0) - logitOfPoints(column.points);
    const certainty = normal(Math.abs(moved) / (learned.sd[at] ?? 1));
    if (certainty < LEAST_CERTAIN) return [];
    const counts = withAndWithout(rows, outcomes, at);
    if (counts.with.n < FEWEST_WITH) return [];
    const { ruleId, step, label, side, points: from } = column;
    const changed = withPoints(definition, [{ ruleId, step, to: wanted }]);
    if (!leadDefinition.safeParse(changed).success) return [];
    // A step can only go as far as steps may: the card says what would be in force.
    const to = columnsOf(changed)[at]?.points ?? from;
    if (Math.abs(to - from) < SMALLEST_CHANGE) return [];
    const after = backtestOf(cases, changed);
    if (after.logLoss >= before.logLoss) return [];
    return [{ ruleId, step, label, side, from, to, ...counts, certainty, before, after }];
  });
  suggestions.sort((a, b) => a.after.logLoss - b.after.logLoss);
  return stillWorthIt(suggestions, cases, definition, before.logLoss);
}

/**
 * Where one rule is wrong, rules that come with it look wrong, too. So a change has to predict better on top of those that are
 * surer, or it is not shown: with the first one made, the reason for it may be gone.
 */
function stillWorthIt(
  suggestions: readonly Suggestion[],
  cases: CaseTable,
  definition: LeadDefinition,
  lossBefore: number,
): Suggestion[] {
  const kept: Suggestion[] = [];
  let loss = lossBefore;
  for (const each of suggestions) {
    const together = withPoints(definition, [...kept, each]);
    const next = backtestOf(cases, together).logLoss;
    if (next >= loss || !leadDefinition.safeParse(together).success) continue;
    kept.push(each);
    loss = next;
  }
  return kept;
}

/** @returns rules whose leads nearly all ended the same way, for a person to look at */
export function suspicionsOf({ columns, by }: Lessons): Suspicion[] {
  return columns.flatMap(({ side, ruleId, label }, at) => {
    const { learned, rows, outcomes } = by[side];
    if (!learned.held.has(at)) return [];
    return [{ ruleId, label, ...withAndWithout(rows, outcomes, at).with }];
  });
}

/** @returns the definition with all suggestions in it: the next version, signed by nobody */
export function refreshed(
  definition: LeadDefinition,
  suggestions: readonly Suggestion[],
): LeadDefinition | null {
  if (suggestions.length === 0) return null;
  const changes: PointsChange[] = suggestions.map(({ ruleId, step, to }) => ({ ruleId, step, to }));
  return {
    ...withPoints(definition, changes),
    version: definition.version + 1,
    signedBy: { marketing: null, sales: null },
  };
}

function withAndWithout(
  rows: readonly (readonly Entry[])[],
  outcomes: ArrayLike<number>,
  column: number,
): Pick<Suggestion, 'with' | 'without'> {
  const counts = { with: { n: 0, accepted: 0 }, without: { n: 0, accepted: 0 } };
  rows.forEach((entries, row) => {
    const own = counts[entries.some(([of]) => of === column) ? 'with' : 'without'];
    own.n++;
    own.accepted += outcomes[row] ?? 0;
  });
  return counts;
}

/** The normal distribution function (Abramowitz and Stegun 26.2.17, off by at most 7.5e-8). */
export function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
