/**
 * Many leads at once: their counters as columns of numbers, so that a million of them are scored in about a second without
 * making an object. Same points as `pointsOn`, which a test holds.
 */
import type { Counters, FitAttributes } from '../contract/counters.ts';
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import { counterOf, decay } from './counters.ts';
import { fitRulesMet } from './fit.ts';
import { held } from './limits.ts';
import { linePoints } from './line-points.ts';

/** Looked up instead of computed; older than this few events are. */
const TABLED_DAYS = 4096;

export interface LeadTable {
  leads: number;
  /** Ids of the columns, in the order of the definition the table was made for. */
  rules: readonly string[];
  fitRules: readonly string[];
  /** Decayed counts, leads × rules, and the UTC day each is as of. */
  values: Float64Array;
  days: Int32Array;
  /** 1 where a fit rule counts, leads × fit rules. */
  met: Uint8Array;
  /** The UTC day each lead is asked about. */
  asked: Int32Array;
}

/** What is needed of one lead; `day` is when it is asked about. */
export interface TableLead {
  counters: Counters;
  fit: FitAttributes;
  day: number;
}

/** @returns an empty table for so many leads under this definition */
export function emptyTable(leads: number, definition: LeadDefinition): LeadTable {
  const rules = definition.engagement.map(({ id }) => id);
  const fitRules = definition.fit.map(({ id }) => id);
  return {
    leads,
    rules,
    fitRules,
    values: new Float64Array(leads * rules.length),
    days: new Int32Array(leads * rules.length),
    met: new Uint8Array(leads * fitRules.length),
    asked: new Int32Array(leads),
  };
}

/** Writes one lead into its row. */
export function putLead(
  table: LeadTable,
  row: number,
  { counters, fit, day }: TableLead,
  definition: LeadDefinition,
): void {
  table.asked[row] = day;
  definition.engagement.forEach((rule, column) => {
    const own = counterOf(counters, rule.id);
    const cell = row * table.rules.length + column;
    table.values[cell] = own?.value ?? 0;
    table.days[cell] = own?.day ?? 0;
  });
  const met = fitRulesMet(fit, definition);
  definition.fit.forEach((rule, column) => {
    table.met[row * table.fitRules.length + column] = met.includes(rule) ? 1 : 0;
  });
}

/**
 * @param definition may differ from the table's in points, caps, steps, line and limits
 * @param out where the points go; made when left out
 * @returns the points of each lead on the day it is asked about
 */
export function pointsOfTable(
  table: LeadTable,
  definition: LeadDefinition,
  out = new Int32Array(table.leads),
): Int32Array {
  const { rules, values, days, asked, leads } = table;
  const engagement = rules.map((id) => definition.engagement.find((rule) => rule.id === id));
  const left = Float64Array.from({ length: TABLED_DAYS }, (_, age) =>
    decay(age, definition.halfLifeDays),
  );
  const width = rules.length;
  for (let row = 0; row < leads; row++) {
    let sum = 0;
    const day = asked[row] ?? 0;
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const value = values[cell] ?? 0;
      if (value === 0) continue;
      const rule = engagement[column];
      if (!rule) continue;
      const age = Math.max(0, day - (days[cell] ?? 0));
      sum += linePoints(rule, value * (left[age] ?? decay(age, definition.halfLifeDays)));
    }
    out[row] = sum;
  }
  addFit(table, definition, out);
  return out;
}

/** Adds who they are, and holds both sums to their limits. */
function addFit(table: LeadTable, definition: LeadDefinition, out: Int32Array): void {
  const { fitRules, met, leads } = table;
  const points = fitRules.map((id) => definition.fit.find((rule) => rule.id === id)?.points ?? 0);
  const width = fitRules.length;
  for (let row = 0; row < leads; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      if (met[row * width + column] === 1) sum += points[column] ?? 0;
    }
    out[row] = held((out[row] ?? 0) + held(sum, definition.fitCap), definition.totalCap);
  }
}

/** @returns whether a table made for one of these definitions can be read by the other */
export function sameTable(one: LeadDefinition, other: LeadDefinition): boolean {
  const inputs = (definition: LeadDefinition) =>
    JSON.stringify([
      definition.halfLifeDays,
      definition.engagement.map(inputOf),
      definition.fit.map(({ id, group, test }) => [id, group, test]),
    ]);
  return inputs(one) === inputs(other);
}

const inputOf = ({ id, kind, where, perDay }: EngagementRule) => [id, kind, where, perDay];
