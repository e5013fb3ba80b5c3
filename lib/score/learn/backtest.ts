/** What a definition would have been worth on recorded verdicts. */
import type { LeadDefinition } from '../../contract/definition.ts';
import type { Backtest } from '../../contract/learning.ts';
import { calibrate, calibrated } from './calibrate.ts';
import { type CaseTable, casePoints } from './cases.ts';
import { atLine, auc, ece, liftOfTopTenth, logLoss } from './metrics.ts';
import { logitOfPoints } from './points.ts';
import { foldsOf, seeded } from './random.ts';

const FOLDS = 5;

/**
 * @param points of each case
 * @returns the chance of each by a calibrator that had not seen it (slope and base from the other folds)
 */
export function chancesOutOfFold(points: Int32Array, cases: CaseTable): Float64Array {
  // Always the same folds, so that two definitions are compared on the same ground.
  const fold = foldsOf(points.length, FOLDS, seeded(20261126));
  const chances = new Float64Array(points.length);
  for (let own = 0; own < FOLDS; own++) {
    const inside = [...fold.keys()].filter((place) => fold[place] !== own);
    const calibrator = calibrate(
      inside.map((place) => logitOfPoints(points[place] ?? 0)),
      inside.map((place) => cases.outcomes[place] ?? 0),
      { counts: inside.map((place) => cases.counts[place] ?? 1), stairs: false },
    );
    fold.forEach((of, place) => {
      if (of !== own) return;
      chances[place] = calibrated(calibrator, logitOfPoints(points[place] ?? 0));
    });
  }
  return chances;
}

/** @param definition reads the table of the cases */
export function backtestOf(cases: CaseTable, definition: LeadDefinition): Backtest {
  const points = casePoints(cases, definition);
  const chances = chancesOutOfFold(points, cases);
  const { outcomes } = cases;
  const line = atLine(points, outcomes, definition.mqlAt);
  return {
    auc: auc(points, outcomes),
    ece: ece(chances, outcomes),
    lift10: liftOfTopTenth(points, outcomes),
    logLoss: logLoss(chances, outcomes),
    precision: numberOrNull(line.precision),
    volume: line.volume,
  };
}

/** @returns null for what cannot be computed */
export function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
