/** Whether promises are kept from month to month, and whether the leads are still those the points were agreed for. */
import type { LeadDefinition } from '../../contract/definition.ts';
import type { LearningAnswer } from '../../contract/learning.ts';
import type { CaseTable } from './cases.ts';
import { type Column, columnsOf, entriesOf } from './columns.ts';
import { periodsOf, stabilityOf } from './drift.ts';

type Drift = LearningAnswer['drift'];

const DAY = 86_400_000;
/** What is new is held against everything before. */
const NEW_DAYS = 90;
/** Fewer leads than this in either period move by chance alone. */
const FEWEST_TO_COMPARE = 50;
/** By custom, below this nothing has moved that anybody would act on. */
const CALM = 0.1;

/** @returns the first day of the month in which a case was judged: `2026-11-01` */
export function monthOf(cases: CaseTable, row: number): string {
  const at = cases.judged[row]?.verdict.at ?? 0;
  return `${new Date(at).toISOString().slice(0, 7)}-01`;
}

/**
 * @param chances of each case, by a calibrator that had not seen it
 * @param now milliseconds since 1970
 * @returns promise and observation by month; and how much more or less often each line is seen than before
 */
export function driftOf(
  cases: CaseTable,
  chances: Float64Array,
  definition: LeadDefinition,
  now: number,
): Drift {
  const rows = [...cases.judged.keys()];
  const promises = rows.map((row) => ({
    period: monthOf(cases, row),
    chance: chances[row] ?? 0,
    outcome: cases.outcomes[row] ?? 0,
  }));
  const months = periodsOf(promises).map(({ period, n, promised, accepted, low, high }) => {
    return { month: period, n, promised, accepted, low, high };
  });
  return { months, inputs: stabilityIn(cases, definition, now) };
}

function stabilityIn(cases: CaseTable, definition: LeadDefinition, now: number): Drift['inputs'] {
  const columns = columnsOf(definition);
  const shown = cases.judged.map((_, row) => {
    const { engagement, fit } = entriesOf(cases.table, row, definition);
    return new Set([...engagement, ...fit].map(([column]) => columns[column]));
  });
  const isNew = (row: number) => (cases.judged[row]?.verdict.at ?? 0) >= now - NEW_DAYS * DAY;
  const after = shown.filter((_, row) => isNew(row));
  const before = shown.filter((_, row) => !isNew(row));
  if (Math.min(before.length, after.length) < FEWEST_TO_COMPARE) return [];
  const rules = [...Map.groupBy(columns, ({ ruleId }) => ruleId)].map(([name, own]) => ({
    name,
    levelOf: (lead: Set<Column | undefined>) =>
      String(own.find((column) => lead.has(column))?.points ?? 'without'),
  }));
  return stabilityOf(rules, before, after).map(({ name, psi, byChance }) => {
    const rule = [...definition.engagement, ...definition.fit].find(({ id }) => id === name);
    const moved = psi >= CALM && psi > 2 * byChance;
    return { ruleId: name, label: rule?.label ?? name, psi, moved };
  });
}
