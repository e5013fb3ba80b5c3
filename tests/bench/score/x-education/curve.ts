/**
 * Row 4: how fast verdicts teach agreed points. Leads come in batches, oldest first; sales works 40 % of each, those with
 * the highest score of that moment and one in ten at random; only what was worked has a verdict. After so many verdicts
 * the newest leads, which were never worked, are asked.
 */
import { calibrated, UNCALIBRATED } from '../../../../lib/score/learn/calibrate.ts';
import { type Design, pick, sums } from '../../../../lib/score/learn/design.ts';
import { learnInOrder } from '../../../../lib/score/learn/in-order.ts';
import type { Agreed } from '../../../../lib/score/learn/learn.ts';
import { chanceOf, logitOf } from '../../../../lib/score/learn/logit.ts';
import { auc, ece, liftOfTopTenth } from '../../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../../lib/score/learn/random.ts';
import { type Coding, codingOf, encode } from '../coding.ts';
import { columnsOfGroups } from '../scorecard.ts';
import type { Outcome } from '../table.ts';
import { CONFIRMED, type Split } from './batch.ts';
import { curveFigures, type Milestone } from './curve-figures.ts';
import { handWeights } from './hand-points.ts';
import { LENIENT } from './inputs.ts';

/** What both sides said before the start: "somewhat more than a third". */
const STATED_RATE = 0.38;
/** How sure they were of it, in logits: between 20 % and 58 %. */
const STATED_SD = 0.4;
const BATCH = 25;
const WORKED = 0.4;
const EXPLORED = 0.1;
/** Learned anew after so many verdicts; those in MILESTONES are looked at. */
const LESSONS = [10, 25, 35, 50, 70, 100, 140, 200, 280, 400, 560, 800, 1130, 1600, 2000, 2500];
const MILESTONES = [25, 50, 100, 200, 400, 800, 1600, 2500];
const RUNS = 6;

/** All leads as numbers; steps and levels come from the answers of training leads, not from any outcome. */
interface World {
  coding: Coding;
  design: Design;
  outcomes: readonly number[];
  test: Design;
  testOutcomes: readonly number[];
}

/** @returns the curve from hand points, and for comparison the one from nothing */
export function curveRows(split: Split, random: Random): Outcome[] {
  const coding = codingOf(
    LENIENT,
    split.train.map((lead) => lead.values),
  );
  const designOf = (leads: Split['train']): Design =>
    encode(
      coding,
      leads.map((lead) => lead.values),
    );
  const world: World = {
    coding,
    design: designOf(split.train),
    outcomes: split.train.map((lead) => lead.accepted),
    test: designOf(split.test),
    testOutcomes: split.test.map((lead) => lead.accepted),
  };
  const row = (what: string, weights: Float64Array, runs: number, judged: boolean): Outcome => ({
    part: 'X Education',
    what: `${what}, mean of ${runs} runs`,
    split: split.how,
    trained: split.train.length,
    tested: split.test.length,
    figures: curveFigures(
      Array.from({ length: runs }, () => oneRun(world, agreedFrom(world, weights), random)),
      judged,
    ),
  });
  return [
    row('learning from verdicts, from hand points', handWeights(coding), RUNS, true),
    row('baseline: the same from no points', new Float64Array(coding.names.length), 3, false),
  ];
}

/** The base at which the first leads, whatever becomes of them, have the stated rate on average. */
function agreedFrom({ design }: World, weights: Float64Array): Agreed {
  const first = pick(design, range(0, Math.min(200, design.cases)));
  const logits = sums(first, weights);
  let base = 0;
  for (let turn = 0; turn < 30; turn++) {
    const mean = logits.reduce((sum, logit) => sum + chanceOf(logit + base), 0) / logits.length;
    base += logitOf(STATED_RATE) - logitOf(mean);
  }
  return { weights, base };
}

function oneRun(world: World, agreed: Agreed, random: Random): Milestone[] {
  const { coding, design, outcomes } = world;
  const confirmed = columnsOfGroups(coding, CONFIRMED);
  let weights: Float64Array = Float64Array.of(...Array.from(agreed.weights), agreed.base);
  const milestones = [milestone(world, 0, weights, UNCALIBRATED)];
  const worked: number[] = [];
  const lessons = [...LESSONS];
  for (let from = 0; from < design.cases; from += BATCH) {
    const batch = range(from, Math.min(from + BATCH, design.cases));
    worked.push(...chosen(batch, sums(pick(design, batch), weights), random));
    while ((lessons[0] ?? Number.POSITIVE_INFINITY) <= worked.length) {
      const verdicts = lessons.shift() ?? 0;
      const places = worked.slice(0, verdicts);
      const cases = {
        design: pick(design, places),
        outcomes: places.map((place) => outcomes[place] ?? 0),
      };
      const options = { confirmed, baseSd: STATED_SD };
      const learned = learnInOrder(cases, agreed, coding.groups, options);
      weights = learned.weights;
      if (!MILESTONES.includes(verdicts)) continue;
      milestones.push(milestone(world, verdicts, weights, learned.calibrator));
    }
  }
  return milestones;
}

function milestone(
  { test, testOutcomes }: World,
  verdicts: number,
  weights: Float64Array,
  calibrator: typeof UNCALIBRATED,
): Milestone {
  const logits = sums(test, weights);
  const chances = logits.map((logit) => calibrated(calibrator, logit));
  return {
    verdicts,
    auc: auc(logits, testOutcomes),
    ece: ece(chances, testOutcomes),
    lift: liftOfTopTenth(logits, testOutcomes),
  };
}

/** @returns which of a batch are worked: the highest, and some of the others at random */
function chosen(batch: Int32Array, scores: Float64Array, random: Random): number[] {
  const order = Array.from(batch, (place, at) => ({ place, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
  const count = Math.round(WORKED * order.length);
  const explored = Math.min(count, Math.max(1, Math.round(EXPLORED * count)));
  const highest = order.slice(0, count - explored);
  const others = order.slice(count - explored);
  for (let left = explored; left > 0 && others.length > 0; left--) {
    highest.push(...others.splice(Math.floor(random() * others.length), 1));
  }
  return highest;
}

function range(from: number, until: number): Int32Array {
  return Int32Array.from({ length: until - from }, (_, at) => from + at);
}
