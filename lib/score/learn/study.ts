/** Everything verdicts say about a definition, in one go: how honest it is, where its line should be, what to change. */
import type { LeadDefinition } from '../../contract/definition.ts';
import type {
  Backtest,
  Band,
  FigureView,
  LearningAnswer,
  LineProposal,
  Quality,
} from '../../contract/learning.ts';
import { backtestOf, chancesOutOfFold, numberOrNull } from './backtest.ts';
import { calibrate, calibrated } from './calibrate.ts';
import { type CaseTable, casePoints, caseTable } from './cases.ts';
import { changesInWords } from './change-words.ts';
import { driftOf, monthOf } from './drift-of-cases.ts';
import { bootstrap, wilson } from './intervals.ts';
import { lineFor } from './line.ts';
import { atLine, auc, brier, ece, eceByChance, liftOfTopTenth } from './metrics.ts';
import { logitOfPoints } from './points.ts';
import type { Random } from './random.ts';
import { learnPoints, refreshed, suggestionsOf, suspicionsOf } from './suggest.ts';
import type { VerdictCase } from './verdict-case.ts';

/** Below this many verdicts a line would be drawn from chance. */
const FEWEST_FOR_LINE = 50;
/** Below this many verdicts a month has no order worth measuring. */
const FEWEST_IN_MONTH = 20;
/** Below this many verdicts suggestions would be guesses (scoring.md: first suggestions at 100 to 200). */
const FEWEST_TO_SUGGEST = 100;
const SAMPLES = 200;

export interface Study
  extends Pick<
    LearningAnswer,
    'quality' | 'bands' | 'line' | 'suggestions' | 'suspicions' | 'drift'
  > {
  verdicts: Omit<LearningAnswer['verdicts'], 'unanswered'>;
  /** The definition with all suggestions in it; null when there are none. */
  refreshed: LeadDefinition | null;
  changes: string[];
  before: Backtest | null;
  after: Backtest | null;
}

/**
 * @param now milliseconds since 1970
 * @param random for folds and intervals; the same seed gives the same study
 */
export function study(
  verdicts: readonly VerdictCase[],
  definition: LeadDefinition,
  { now, random }: { now: number; random: Random },
): Study {
  const cases = caseTable(verdicts, definition, now);
  const points = casePoints(cases, definition);
  const chances = chancesOutOfFold(points, cases);
  const lessons =
    cases.judged.length < FEWEST_TO_SUGGEST ? null : learnPoints(cases, definition, random);
  const suggestions = lessons ? suggestionsOf(cases, definition, lessons) : [];
  const next = refreshed(definition, suggestions);
  return {
    verdicts: countsOf(verdicts, cases),
    quality: qualityOf(cases, points, chances, definition, random),
    bands: bandsIn(cases, points, chances),
    line: proposal(cases, points, definition),
    suggestions,
    suspicions: lessons ? suspicionsOf(lessons) : [],
    drift: driftOf(cases, chances, definition, now),
    refreshed: next,
    changes: next ? changesInWords(definition, next) : [],
    before: next ? backtestOf(cases, definition) : null,
    after: next ? backtestOf(cases, next) : null,
  };
}

function countsOf(verdicts: readonly VerdictCase[], cases: CaseTable): Study['verdicts'] {
  const { leftOut, judged, outcomes } = cases;
  const notFit = judged.filter(({ lesson }) => !lesson.aboutFit).length;
  const reasons = [
    { why: 'corrected by a later verdict, or followed from one', n: leftOut.corrected },
    { why: 'about wrong or double data, not about the lead', n: leftOut.data },
    { why: 'on leads that sales registered', n: leftOut['sales-sourced'] },
    { why: 'with signals stamped after the verdict, which would know it', n: leftOut.leaked },
    { why: 'recycled: used for what they did, not for who they are', n: notFit },
  ];
  return {
    all: verdicts.length,
    used: judged.length,
    accepted: outcomes.reduce((sum, each) => sum + each, 0),
    leftOut: reasons.filter(({ n }) => n > 0),
  };
}

function qualityOf(
  cases: CaseTable,
  points: Int32Array,
  chances: Float64Array,
  definition: LeadDefinition,
  random: Random,
): Quality {
  const { outcomes } = cases;
  const accepted = outcomes.reduce((sum, each) => sum + each, 0);
  const figure = (of: typeof auc, values: ArrayLike<number>): FigureView | null => {
    const value = of(values, outcomes);
    if (!Number.isFinite(value)) return null;
    return { value, ...bootstrap(of, values, outcomes, random, SAMPLES) };
  };
  const line = atLine(points, outcomes, definition.mqlAt);
  return {
    n: outcomes.length,
    accepted,
    auc: figure(auc, points),
    aucWithinMonths: withinMonths(cases, points),
    brier: figure(brier, chances),
    ece: figure(ece, chances),
    eceByChance: numberOrNull(eceByChance(chances, random)),
    lift10: figure(liftOfTopTenth, points),
    atLine: {
      volume: line.volume,
      precision: numberOrNull(line.precision),
      recall: numberOrNull(line.recall),
    },
  };
}

/** Sorting good months before bad ones is no merit of a score; this looks inside each. */
function withinMonths(cases: CaseTable, points: Int32Array): number | null {
  const months = Map.groupBy(cases.judged.keys(), (row) => monthOf(cases, row));
  const figures = [...months.values()]
    .filter((rows) => rows.length >= FEWEST_IN_MONTH)
    .map((rows) =>
      auc(
        rows.map((row) => points[row] ?? 0),
        rows.map((row) => cases.outcomes[row] ?? 0),
      ),
    )
    .filter(Number.isFinite);
  if (figures.length === 0) return null;
  return figures.reduce((sum, each) => sum + each, 0) / figures.length;
}

function bandsIn(cases: CaseTable, points: Int32Array, chances: Float64Array): Band[] {
  const wanted = points.length / bandCount(points.length);
  const bands: number[][] = [];
  // Bands follow the points, which people see, and those with the same points are together.
  for (const [, rows] of [...Map.groupBy(points.keys(), (row) => points[row] ?? 0)].sort(
    ([a], [b]) => a - b,
  )) {
    const last = bands.at(-1);
    if (last && last.length + rows.length / 2 <= wanted) last.push(...rows);
    else bands.push([...rows]);
  }
  return bands.map((rows) => {
    const n = rows.length;
    const promised = rows.reduce((sum, row) => sum + (chances[row] ?? 0), 0) / n;
    const accepted = rows.reduce((sum, row) => sum + (cases.outcomes[row] ?? 0), 0);
    const [from, to] = [points[rows[0] ?? 0] ?? 0, points[rows.at(-1) ?? 0] ?? 0];
    return { from, to, n, promised, accepted, ...wilson(accepted, n) };
  });
}

/** Twenty verdicts a band at least, ten bands at most. */
function bandCount(n: number): number {
  return Math.max(1, Math.min(10, Math.floor(n / 20)));
}

function proposal(
  cases: CaseTable,
  points: Int32Array,
  definition: LeadDefinition,
): LineProposal | null {
  if (points.length < FEWEST_FOR_LINE) return null;
  const { outcomes, counts } = cases;
  const logits = Float64Array.from(points, logitOfPoints);
  const calibrator = calibrate(logits, outcomes, { counts });
  const chances = logits.map((logit) => calibrated(calibrator, logit));
  const line = lineFor(points, chances, definition.promisedShare);
  if (!line) return null;
  const expected = line.precision;
  const { volume, precision, recall } = atLine(points, outcomes, line.score);
  const promised = definition.promisedShare;
  return { points: line.score, promised, expected, volume, precision, recall };
}
