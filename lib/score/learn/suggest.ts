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
import { agreedLogit, type Column, columnsOf, entriesOf } from './columns.ts';
import { designOf, type Entry } from './design.ts';
import { type Learned, learn } from './learn.ts';
import { logitOf } from './logit.ts';
import { logitOfPoints, pointsOf } from './points.ts';
import type { Random } from './random.ts';

const FEWEST_WITH = 25;
const SMALLEST_CHANGE = 2;
const LEAST_CERTAIN = 0.9;

export interface Lessons {
  columns: Column[];
  learned: Learned;
  /** The weights of each case. */
  rows: Entry[][];
}

/** @returns what the cases teach about each weight of the definition */
export function learnPoints(cases: CaseTable, definition: LeadDefinition, random: Random): Lessons {
  const columns = columnsOf(definition);
  // One more, that cannot move: who somebody is, as agreed, where a verdict says nothing about it.
  const asAgreed = columns.length;
  const rows = cases.judged.map(({ lesson }, row): Entry[] => {
    const { engagement, fit } = entriesOf(cases.table, row, definition);
    const known: Entry[] = lesson.aboutFit ? fit : [[asAgreed, agreedLogit(fit, columns)]];
    return [...engagement, ...known];
  });
  const design = designOf(rows, columns.length + 1);
  const weights = [...columns.map(({ points }) => logitOfPoints(points)), 1];
  const sums = rows.map((entries) =>
    entries.reduce((sum, [column, amount]) => sum + (weights[column] ?? 0) * amount, 0),
  );
  const mean = sums.reduce((sum, each) => sum + each, 0) / Math.max(1, sums.length);
  const base = logitOf(definition.expectedShare) - mean;
  const scales = [...scalesOf(rows, columns.length), 0];
  const learned = learn(
    { design, outcomes: cases.outcomes, counts: cases.counts },
    { weights, base, scales },
    { random },
  );
  return { columns, learned, rows };
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
  { columns, learned, rows }: Lessons,
): Suggestion[] {
  if (learned.width === 0) return [];
  const before = backtestOf(cases, definition);
  const suggestions = columns.flatMap((column, at): Suggestion[] => {
    if (learned.held.has(at)) return [];
    const wanted = pointsOf(learned.weights[at] ?? 0);
    if (Math.abs(wanted - column.points) < SMALLEST_CHANGE) return [];
    const moved = (learned.weights[at] ?? 0) - logitOfPoints(column.points);
    const certainty = normal(Math.abs(moved) / (learned.sd[at] ?? 1));
    if (certainty < LEAST_CERTAIN) return [];
    const counts = withAndWithout(rows, cases.outcomes, at);
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
  return suggestions.sort((a, b) => a.after.logLoss - b.after.logLoss);
}

/** @returns rules whose leads nearly all ended the same way, for a person to look at */
export function suspicionsOf(
  { outcomes }: CaseTable,
  { columns, learned, rows }: Lessons,
): Suspicion[] {
  return [...learned.held].flatMap((at) => {
    const column = columns[at];
    if (!column) return [];
    const { n, accepted } = withAndWithout(rows, outcomes, at).with;
    return [{ ruleId: column.ruleId, label: column.label, n, accepted }];
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
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
