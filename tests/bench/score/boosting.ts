/**
 * What a model reaches that nobody can read, on the same split: gradient boosting of small trees (Friedman 2001; histograms as
 * in LightGBM). A yardstick for the benchmark and nothing else; Truce ships no such model.
 */
import { chanceOf } from '../../../lib/score/learn/logit.ts';
import { logLoss } from '../../../lib/score/learn/metrics.ts';
import { type Coding, codingOf, type Input } from './coding.ts';
import type { Case } from './scorecard.ts';

const DEPTH = 3;
const RATE = 0.06;
const MOST_TREES = 400;
/** Trees without a better loss on later training cases before it stops. */
const PATIENCE = 25;
const SMALLEST_LEAF = 20;
const SHRINK = 1;
/** This share of the training cases, the newest, says how many trees are enough. */
const LATER = 0.2;

/** A leaf has a value; a branch sends a bin up to and with `at` to the left. */
type Tree = { value: number } | { feature: number; at: number; left: Tree; right: Tree };

/** Cases as small whole numbers, feature by feature. */
interface Binned {
  features: Uint8Array[];
  cases: number;
}

/**
 * @param inputs each by itself; words become one feature a level, quantities one with as many bins as steps
 * @param training oldest first
 * @returns the chance of each test case
 */
export function boosted(
  inputs: readonly Input[],
  training: readonly Case[],
  test: readonly Case[],
): Float64Array {
  const coding = codingOf(
    inputs,
    training.map(({ values }) => values),
  );
  const known = binned(coding, training);
  const asked = binned(coding, test);
  const labels = training.map(({ accepted }) => accepted);
  const edge = Math.floor(training.length * (1 - LATER));
  const { trees } = grow(known, labels, edge, MOST_TREES);
  // So many trees, grown anew on all of them.
  const all = grow(known, labels, training.length, trees.length);
  return Float64Array.from({ length: asked.cases }, (_, row) =>
    chanceOf(all.trees.reduce((sum, tree) => sum + RATE * valueIn(tree, asked, row), all.base)),
  );
}

function binned(coding: Coding, cases: readonly Case[]): Binned {
  const features = coding.inputs.flatMap((input): Uint8Array[] => {
    const levels = Uint8Array.from(cases, ({ values }) => input.levelOf(values));
    if (input.levels.some(({ from }) => from !== undefined)) return [levels];
    return input.levels.map((_, level) => levels.map((own) => (own === level ? 1 : 0)));
  });
  return { features, cases: cases.length };
}

/** Learns from the cases before `edge`; where there are others, it stops when those are not predicted better any more. */
function grow(data: Binned, labels: readonly number[], edge: number, most: number) {
  const rows = Int32Array.from({ length: edge }, (_, row) => row);
  const share = labels.slice(0, edge).reduce((sum, label) => sum + label, 0) / edge;
  const base = Math.log(share / (1 - share));
  const logits = new Float64Array(data.cases).fill(base);
  const trees: Tree[] = [];
  let best = { loss: Number.POSITIVE_INFINITY, trees: 0 };
  while (trees.length < most && (edge === data.cases || trees.length < best.trees + PATIENCE)) {
    const chances = logits.map(chanceOf);
    const slopes = chances.map((chance, row) => chance - (labels[row] ?? 0));
    const curves = chances.map((chance) => chance * (1 - chance));
    const tree = branch(data, rows, slopes, curves, DEPTH);
    trees.push(tree);
    for (let row = 0; row < data.cases; row++) {
      logits[row] = (logits[row] ?? 0) + RATE * valueIn(tree, data, row);
    }
    const loss = logLoss(logits.slice(edge).map(chanceOf), labels.slice(edge));
    if (loss < best.loss) best = { loss, trees: trees.length };
  }
  return { base, trees: edge === data.cases ? trees : trees.slice(0, best.trees) };
}

function branch(
  data: Binned,
  rows: Int32Array,
  slopes: Float64Array,
  curves: Float64Array,
  depth: number,
): Tree {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += slopes[row] ?? 0;
    h += curves[row] ?? 0;
  }
  const leaf = { value: -g / (h + SHRINK) };
  const split = depth === 0 ? null : bestSplit(data, rows, slopes, curves, g, h);
  if (!split) return leaf;
  const bins = data.features[split.feature] ?? new Uint8Array();
  const left = rows.filter((row) => (bins[row] ?? 0) <= split.at);
  const right = rows.filter((row) => (bins[row] ?? 0) > split.at);
  return {
    ...split,
    left: branch(data, left, slopes, curves, depth - 1),
    right: branch(data, right, slopes, curves, depth - 1),
  };
}

function bestSplit(
  { features }: Binned,
  rows: Int32Array,
  slopes: Float64Array,
  curves: Float64Array,
  g: number,
  h: number,
): { feature: number; at: number } | null {
  let best: { feature: number; at: number } | null = null;
  let gained = 1e-6;
  const worth = (slope: number, curve: number) => (slope * slope) / (curve + SHRINK);
  features.forEach((bins, feature) => {
    const sums = new Float64Array(256 * 3);
    for (const row of rows) {
      const at = (bins[row] ?? 0) * 3;
      sums[at] = (sums[at] ?? 0) + (slopes[row] ?? 0);
      sums[at + 1] = (sums[at + 1] ?? 0) + (curves[row] ?? 0);
      sums[at + 2] = (sums[at + 2] ?? 0) + 1;
    }
    let [slope, curve, n] = [0, 0, 0];
    for (let at = 0; at < 255; at++) {
      slope += sums[at * 3] ?? 0;
      curve += sums[at * 3 + 1] ?? 0;
      n += sums[at * 3 + 2] ?? 0;
      if (n < SMALLEST_LEAF) continue;
      if (rows.length - n < SMALLEST_LEAF) break;
      const gain = worth(slope, curve) + worth(g - slope, h - curve) - worth(g, h);
      if (gain > gained) {
        gained = gain;
        best = { feature, at };
      }
    }
  });
  return best;
}

function valueIn(tree: Tree, { features }: Binned, row: number): number {
  let here = tree;
  while (!('value' in here)) {
    here = (features[here.feature]?.[row] ?? 0) <= here.at ? here.left : here.right;
  }
  return here.value;
}
