/**
 * How a score does on leads that came later. Folds drawn at random know the future: they show how well the past is
 * described, not whether the promise holds next month. Here each block of cases is judged by a fit on those before it.
 */
import { type Design, pick, sums } from './design.ts';
import { fitMap, type Prior, type Seen } from './map-fit.ts';

export interface Forward {
  /** Which cases were judged, in order: about the newer half. */
  places: Int32Array;
  /** The logit of each by a fit on older cases only. */
  logits: Float64Array;
}

/** Twenty blocks, the first ten only to learn from: a refit for every 5 % more cases. */
const BLOCKS = 20;
const FIRST = 10;

/**
 * @param seen cases in the order they came; where they count less by age, their counts as of the newest case
 */
export function forwardLogits(seen: Seen, prior: Prior): Forward {
  const { cases } = seen.design;
  const edge = (block: number): number => Math.floor((block * cases) / BLOCKS);
  const from = edge(FIRST);
  const logits = new Float64Array(cases - from);
  let start: Float64Array | undefined;
  for (let block = FIRST; block < BLOCKS; block++) {
    const before = range(0, edge(block));
    const own = range(edge(block), edge(block + 1));
    start = fitMap(partOf(seen, before), prior, start).weights;
    logits.set(sums(pick(seen.design, own), start), edge(block) - from);
  }
  return { places: range(from, cases), logits };
}

function range(from: number, until: number): Int32Array {
  return Int32Array.from({ length: until - from }, (_, at) => from + at);
}

function partOf({ design, labels, counts }: Seen, places: Int32Array): Seen {
  const picked: Design = pick(design, places);
  const at = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(places, (place) => values[place] ?? 0);
  if (!counts) return { design: picked, labels: at(labels) };
  // What has halved by now had not yet then: counts as of the newest of these cases.
  const newest = counts[places.at(-1) ?? 0] || 1;
  return {
    design: picked,
    labels: at(labels),
    counts: at(counts).map((count) => count / newest),
  };
}
