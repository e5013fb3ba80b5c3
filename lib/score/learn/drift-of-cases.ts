/** Whether promises are kept from month to month, and whether the leads are still those the points were agreed for. */
import type { LearningAnswer } from '../../contract/learning.ts';
import type { CaseTable } from './cases.ts';
import { wilson } from './intervals.ts';

type Drift = LearningAnswer['drift'];

/** @returns the first day of the month in which a case was judged: `2026-11-01` */
export function monthOf(cases: CaseTable, row: number): string {
  const at = cases.judged[row]?.verdict.at ?? 0;
  return `${new Date(at).toISOString().slice(0, 7)}-01`;
}

export function driftOf(cases: CaseTable, chances: Float64Array): Drift {
  return { months: monthsOf(cases, chances), inputs: [] };
}

function monthsOf(cases: CaseTable, chances: Float64Array): Drift['months'] {
  const months = Map.groupBy(cases.judged.keys(), (row) => monthOf(cases, row));
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, rows]) => {
      const n = rows.length;
      const promised = rows.reduce((sum, row) => sum + (chances[row] ?? 0), 0) / n;
      const accepted = rows.reduce((sum, row) => sum + (cases.outcomes[row] ?? 0), 0);
      return { month, n, promised, accepted, ...wilson(accepted, n) };
    });
}
