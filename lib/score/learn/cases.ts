/** Verdicts as cases under a definition: points then, label, weight; and what they say points mean. */
import type { Calibration } from '../../contract/calibration.ts';
import type { LeadDefinition } from '../../contract/definition.ts';
import { recount } from '../counters.ts';
import { emptyTable, type LeadTable, pointsOfTable, putLead } from '../lead-table.ts';
import { calibrate } from './calibrate.ts';
import { ageWeights } from './learn.ts';
import { logitOfPoints } from './points.ts';
import {
  judgementsOf,
  type Lesson,
  lessonOf,
  type Unfit,
  type VerdictCase,
} from './verdict-case.ts';

const DAY = 86_400_000;
/** A verdict of half a year ago counts half: markets, reps and products change. */
export const VERDICT_HALF_LIFE_DAYS = 180;

/** The judgements that can be learned from, side by side with what was known. */
export interface CaseTable {
  judged: { verdict: VerdictCase; lesson: Lesson }[];
  /** 1 accepted, 0 not. */
  outcomes: Float64Array;
  /** How much each counts by its age. */
  counts: Float64Array;
  table: LeadTable;
  /** What was left out, by why. */
  leftOut: Record<Unfit, number>;
}

/**
 * @param definition makes the table: its rules, its half-life, its reasons
 * @param now milliseconds since 1970
 */
export function caseTable(
  verdicts: readonly VerdictCase[],
  definition: LeadDefinition,
  now: number,
): CaseTable {
  const { cases, merged } = judgementsOf(verdicts);
  const leftOut = { data: 0, 'sales-sourced': 0, corrected: merged, leaked: 0 };
  const judged: CaseTable['judged'] = [];
  for (const verdict of cases) {
    const lesson = lessonOf(verdict, definition);
    if (typeof lesson === 'string') leftOut[lesson]++;
    else judged.push({ verdict, lesson });
  }
  const table = emptyTable(judged.length, definition);
  judged.forEach(({ verdict: { lead } }, row) => {
    const { day, fit } = lead;
    putLead(table, row, { day, fit, counters: recount(lead.counters, definition) }, definition);
  });
  return {
    judged,
    outcomes: Float64Array.from(judged, ({ lesson }) => (lesson.accepted ? 1 : 0)),
    counts: ageWeights(
      judged.map(({ verdict }) => (now - verdict.at) / DAY),
      VERDICT_HALF_LIFE_DAYS,
    ),
    table,
    leftOut,
  };
}

/** @returns the points of each case under a definition that can read the table */
export function casePoints(cases: CaseTable, definition: LeadDefinition): Int32Array {
  return pointsOfTable(cases.table, definition);
}

/**
 * What the points of the definition in force have meant so far. The points are what people agreed on and not fitted to
 * these very verdicts, so all of them can be used.
 *
 * @param now milliseconds since 1970
 */
export function calibrationOf(
  verdicts: readonly VerdictCase[],
  definition: LeadDefinition,
  now: number,
): Calibration {
  const cases = caseTable(verdicts, definition, now);
  const points = casePoints(cases, definition);
  const logits = Float64Array.from(points, logitOfPoints);
  return {
    definitionVersion: definition.version,
    madeAt: new Date(now).toISOString(),
    calibrator: calibrate(logits, cases.outcomes, {
      counts: cases.counts,
      ...(isCoarse(definition) ? { slopeFrom: 0 } : {}),
    }),
    verdictsByPoints: byPoints(points, cases.outcomes),
    evidence: evidenceOf(cases),
  };
}

/** A line further from nothing than this, in logits, was drawn for points that are not tenths of a logit. */
const FURTHEST_LINE = 5;

/**
 * Definitions from before a point had a meaning put the line at 100, which taken for logits is certainty. For those the slope
 * is learned from the first verdict on.
 */
function isCoarse({ mqlAt }: LeadDefinition): boolean {
  return Math.abs(logitOfPoints(mqlAt)) > FURTHEST_LINE;
}

function byPoints(points: Int32Array, outcomes: Float64Array): Calibration['verdictsByPoints'] {
  const found = new Map<number, { points: number; n: number; accepted: number }>();
  points.forEach((each, place) => {
    const own = found.get(each) ?? { points: each, n: 0, accepted: 0 };
    own.n++;
    own.accepted += outcomes[place] ?? 0;
    found.set(each, own);
  });
  return [...found.values()].sort((a, b) => a.points - b.points);
}

/** @returns for each rule: how many judged leads had it, and how many of those sales accepted */
export function evidenceOf({ table, outcomes }: CaseTable): Calibration['evidence'] {
  const evidence: Calibration['evidence'] = {};
  const note = (ids: readonly string[], has: (cell: number) => boolean) => {
    ids.forEach((id, column) => {
      const own = { n: 0, accepted: 0 };
      for (let row = 0; row < table.leads; row++) {
        if (!has(row * ids.length + column)) continue;
        own.n++;
        own.accepted += outcomes[row] ?? 0;
      }
      evidence[id] = own;
    });
  };
  note(table.rules, (cell) => (table.values[cell] ?? 0) > 0);
  note(table.fitRules, (cell) => table.met[cell] === 1);
  return evidence;
}
