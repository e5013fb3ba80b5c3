/** What another definition would have done: who crosses the line, who no longer does, and what sales thought of them. */
import type { LeadDefinition } from '../../contract/definition.ts';
import type { Flip, Preview } from '../../contract/learning.ts';
import { sameTable } from '../lead-table.ts';
import { numberOrNull } from './backtest.ts';
import { type CaseTable, casePoints, caseTable } from './cases.ts';
import { heaped } from './heaps.ts';
import { type AtLine, atLine } from './metrics.ts';
import type { VerdictCase } from './verdict-case.ts';

const MOST_FLIPS = 50;

type WithoutNames = Omit<Preview, 'flips' | 'leads'> & { flips: Omit<Flip, 'name'>[] };

/**
 * Compares points, not chances: the line is in points, and what crosses it is what changes hands. A rule of `after` that
 * tells events apart in a new way sees only what was counted under its id so far.
 *
 * @param cases what a table made for `before` holds, so that ten previews count once
 */
export function preview(
  verdicts: readonly VerdictCase[],
  before: LeadDefinition,
  after: LeadDefinition,
  now: number,
  cases: CaseTable = caseTable(verdicts, before, now),
): WithoutNames {
  // The reasons in force say what a verdict teaches, or the two would be judged by different verdicts.
  const next = sameTable(before, after)
    ? cases
    : caseTable(verdicts, { ...after, reasons: before.reasons }, now);
  const [pointsThen, pointsNext] = [casePoints(cases, before), casePoints(next, after)];
  const { outcomes } = cases;
  const counts = { acceptedLost: 0, rejectedAvoided: 0, acceptedWon: 0, rejectedTaken: 0 };
  const flips: Omit<Flip, 'name'>[] = [];
  cases.judged.forEach(({ verdict, lesson: { accepted } }, row) => {
    const [then, next] = [pointsThen[row] ?? 0, pointsNext[row] ?? 0];
    const wasIn = then >= before.mqlAt;
    if (wasIn === next >= after.mqlAt) return;
    if (wasIn) counts[accepted ? 'acceptedLost' : 'rejectedAvoided']++;
    else counts[accepted ? 'acceptedWon' : 'rejectedTaken']++;
    flips.push({ leadId: verdict.leadId, accepted, before: then, after: next });
  });
  return {
    verdicts: cases.judged.length,
    before: shown(atLine(pointsThen, outcomes, before.mqlAt)),
    after: shown(atLine(pointsNext, next.outcomes, after.mqlAt)),
    ...counts,
    scores: heaped(
      { points: pointsThen, accepted: outcomes },
      { points: pointsNext, accepted: next.outcomes },
    ),
    flips: flips
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
      .slice(0, MOST_FLIPS),
  };
}

function shown({ volume, precision, recall }: AtLine): Preview['before'] {
  return { volume, precision: numberOrNull(precision), recall: numberOrNull(recall) };
}
