/**
 * Complete Journey: will this household redeem a coupon of this campaign? Only what happened before the campaign started
 * is known; campaigns that ended before August 2017 are learned from, those that started later are scored.
 */
import { auc, liftOfTopTenth } from '../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../lib/score/learn/random.ts';
import { HALF_LIVES, type Invitation, invitationsOf } from './complete-journey/cases.ts';
import { allInputs, cardOf, chosenHalfLife, FIT, judge } from './complete-journey/inputs.ts';
import { readRecords } from './complete-journey/records.ts';
import type { Given } from './files.ts';
import { type Goals, type Promised, promiseFigures } from './promise-figures.ts';
import type { Figure, Outcome } from './table.ts';

const DAY_MS = 86_400_000;
/** Nothing is known of what households did before 2017. */
const FROM = Date.UTC(2017, 0, 1) / DAY_MS;
const CUT = Date.UTC(2017, 7, 1) / DAY_MS;
/** Within training: campaigns from here on judge what those before have chosen. */
const TRAINING_CUT = Date.UTC(2017, 4, 1) / DAY_MS;
/** What the scorecard may choose from: without decay, counts of December do not compare with those of March. */
const CHOICES = [30, 60, 90, 180];

const GOALS: Goals = { auc: { atLeast: 0.79 }, lift: { atLeast: 3.4 }, ece: { atMost: 0.025 } };

/** @param given folders with the tables; with `test`, its later campaigns are scored instead of those of `train` */
export async function completeJourney(given: Given, random: Random): Promise<Outcome[]> {
  const known = invitationsOf(await readRecords(given.train));
  const asked = given.test === null ? known : invitationsOf(await readRecords(given.test));
  const train = known.filter(({ campaign }) => campaign.start >= FROM && campaign.end < CUT);
  const test = asked.filter(({ campaign }) => campaign.start >= CUT);
  const halfLife = chosenHalfLife(
    train.filter(({ campaign }) => campaign.start < TRAINING_CUT),
    train.filter(({ campaign }) => campaign.start >= TRAINING_CUT),
    CHOICES,
  );
  const row = (what: string, how: string, figures: Figure[]): Outcome => ({
    part: 'Complete Journey',
    what,
    split: `campaigns ended before August 2017, those from then on; ${how}`,
    trained: train.length,
    tested: test.length,
    figures,
  });
  const inputs = allInputs(halfLife);
  const chosen = `half-life of ${halfLife} d chosen on campaigns from May to July by a fit to those before`;
  return [
    row(
      'baseline: hand points',
      'nothing learned; only a sample of purchases is here, so other than published',
      handFigures(test),
    ),
    row('fit only', 'frozen', promiseFigures(judge(cardOf(FIT, train), test), {}, random)),
    row(
      'additive scorecard, whole points: fit, engagement, kind of offer',
      `frozen; ${chosen}`,
      promiseFigures(judge(cardOf(inputs, train), test), GOALS, random),
    ),
    row(
      'the same, learning on',
      `refitted for each campaign to all that had ended before it started; ${chosen}`,
      promiseFigures(closedLoop(inputs, train, test), {}, random),
    ),
  ];
}

function closedLoop(
  inputs: Parameters<typeof cardOf>[0],
  train: readonly Invitation[],
  test: readonly Invitation[],
): Promised {
  const parts = [...Map.groupBy(test, ({ campaign }) => campaign)].map(([campaign, own]) => {
    const ended = test.filter((one) => one.campaign.end < campaign.start);
    return judge(cardOf(inputs, [...train, ...ended]), own);
  });
  return {
    scores: parts.flatMap(({ scores }) => scores),
    chances: parts.flatMap(({ chances }) => chances),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
  };
}

/** As a preset would have it: 30 for a coupon redeemed (a form), 10 for paying with one (a click), 1 for a visit. */
function handFigures(test: readonly Invitation[]): Figure[] {
  const outcomes = test.map(({ accepted }) => accepted);
  return HALF_LIVES.flatMap((halfLife) => {
    const points = test.map(({ values }) => {
      const count = (name: string): number => Number(values[`${name} ${halfLife}`]);
      return 30 * count('coupons') + 10 * count('coupon lines') + count('trips');
    });
    return [
      { name: `AUC, half-life ${halfLife} d`, value: auc(points, outcomes) },
      { name: `lift, half-life ${halfLife} d`, value: liftOfTopTenth(points, outcomes) },
    ];
  });
}
