/** What hardly any verdicts teach. */
import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { band, LEARNED, month } from './learned.ts';

/** Eleven verdicts: too few for any rate. */
export const FEW: LearningAnswer = {
  ...LEARNED,
  verdicts: {
    all: 13,
    used: 11,
    accepted: 6,
    leftOut: LEARNED.verdicts.leftOut.slice(0, 1).map((each) => ({ ...each, n: 2 })),
    unanswered: 9,
  },
  quality: {
    n: 11,
    accepted: 6,
    auc: { value: 0.7, low: 0.35, high: 0.95 },
    aucWithinMonths: null,
    brier: null,
    ece: { value: 0.12, low: 0.02, high: 0.3 },
    eceByChance: 0.09,
    lift10: null,
    atLine: { volume: 4, precision: 0.75, recall: 0.5 },
  },
  bands: [band(3, 24, 11, 0.42, 6, 0.28, 0.79)],
  line: null,
  suggestions: [],
  suspicions: [],
  drift: { months: [month('2026-11', 11, 0.42, 6, 0.28, 0.79)], inputs: [] },
  agreement: { pairs: 2, same: 2, unusual: [] },
};

/** No verdict yet. */
export const NONE: LearningAnswer = {
  ...FEW,
  definition: { ...LEARNED.definition, version: 1, signedBy: { marketing: null, sales: null } },
  verdicts: { all: 0, used: 0, accepted: 0, leftOut: [], unanswered: 0 },
  quality: {
    n: 0,
    accepted: 0,
    auc: null,
    aucWithinMonths: null,
    brier: null,
    ece: null,
    eceByChance: null,
    lift10: null,
    atLine: { volume: 0, precision: null, recall: null },
  },
  bands: [],
  drift: { months: [], inputs: [] },
  agreement: { pairs: 0, same: 0, unusual: [] },
};

/** Forty verdicts: rates, but no line and nothing to change. */
export const EARLY: LearningAnswer = {
  ...LEARNED,
  verdicts: { all: 40, used: 40, accepted: 22, leftOut: [], unanswered: 6 },
  quality: {
    ...LEARNED.quality,
    n: 40,
    accepted: 22,
    aucWithinMonths: null,
    lift10: null,
    atLine: { volume: 18, precision: 0.67, recall: 0.55 },
  },
  bands: [band(-2, 9, 20, 0.31, 8, 0.22, 0.61), band(10, 31, 20, 0.62, 14, 0.48, 0.85)],
  line: null,
  suggestions: [],
  suspicions: [],
  drift: {
    months: [month('2026-10', 14, 0.44, 7, 0.27, 0.73), month('2026-11', 26, 0.48, 15, 0.39, 0.74)],
    inputs: [],
  },
  agreement: { pairs: 0, same: 0, unusual: [] },
};
