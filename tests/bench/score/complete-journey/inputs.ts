/** What the scorecard of Complete Journey looks at: who they are, what they did, and what is offered. */
import { logLoss } from '../../../../lib/score/learn/metrics.ts';
import type { Input } from '../coding.ts';
import { type Case, chanceOfScore, type Scorecard, scorecardOf, scoreOf } from '../scorecard.ts';

const DEMOGRAPHICS = [
  'age',
  'income',
  'home_ownership',
  'marital_status',
  'household_size',
  'kids_count',
];
const COUNTED = ['coupons', 'campaigns', 'received', 'trips', 'coupon lines', 'lines on offer'];
const STEPS = 6;

/** As the tables write "not known", and as we write households that nobody asked. */
const NOT_KNOWN = 'NA';

export const FIT: readonly Input[] = DEMOGRAPHICS.map((name) => ({
  name,
  columns: [name],
  read: (values) => values[name] ?? NOT_KNOWN,
  absent: NOT_KNOWN,
}));

const OFFER: Input = { name: 'type', columns: ['type'], read: (values) => values.type ?? '' };

function engagement(halfLife: number): Input[] {
  return COUNTED.map((name) => {
    const column = `${name} ${halfLife}`;
    return { name, columns: [column], read: (values) => Number(values[column]), steps: STEPS };
  });
}

/** @returns fit, engagement decayed with this half-life (days), and the kind of offer */
export function allInputs(halfLife: number): Input[] {
  return [...FIT, ...engagement(halfLife), OFFER];
}

/**
 * A level where hardly anyone redeems is nothing suspicious where one in ten does: nothing here is filled in afterwards,
 * so the purity guard is told that all levels are genuine.
 */
export function cardOf(inputs: readonly Input[], training: readonly Case[]): Scorecard {
  const confirmed = inputs.flatMap(({ name }) => [name, `${name}: at all`]);
  return scorecardOf(inputs, training, { confirmed });
}

/** @returns score (whole points) and calibrated chance of each case */
export function judge(
  card: Scorecard,
  cases: readonly Case[],
): { scores: number[]; chances: number[]; outcomes: number[] } {
  const scores = cases.map(({ values }) => scoreOf(card, values));
  return {
    scores,
    chances: scores.map((score) => chanceOfScore(card, score)),
    outcomes: cases.map(({ accepted }) => accepted),
  };
}

/** @returns the half-life whose scorecard of the earlier cases predicts the later ones best (log-loss) */
export function chosenHalfLife(
  earlier: readonly Case[],
  later: readonly Case[],
  halfLives: readonly number[],
): number {
  const tried = halfLives.map((halfLife) => {
    const { chances, outcomes } = judge(cardOf(allInputs(halfLife), earlier), later);
    return { halfLife, loss: logLoss(chances, outcomes) };
  });
  return tried.reduce((best, next) => (next.loss < best.loss ? next : best)).halfLife;
}
