/** The rising curve that fits best: pool adjacent violators (Ayer et al. 1955), then straight lines between steps. */
import { orderOf } from './metrics.ts';

/** A point of the curve: at this mean value, this share of accepted. */
export interface Stair {
  at: number;
  share: number;
}

interface Block {
  weight: number;
  at: number;
  hits: number;
}

/** Blocks smaller than this are too uncertain for a step of their own; they join the next one. */
const SMALLEST_BLOCK = 30;

/**
 * A block's share is shrunk by half an acceptance in each direction, so that no chance is 0 or 1. The middle of
 * blocks is joined by straight lines: a jump of 10 in 100 between two equal leads would be an artefact.
 *
 * @param values what rises, in any order
 * @returns at least one point, rising in both directions
 */
export function isotonic(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  counts?: ArrayLike<number> | undefined,
): Stair[] {
  const blocks: Block[] = [];
  for (const block of tied(values, outcomes, counts)) {
    blocks.push(block);
    pool(blocks);
  }
  return joined(blocks).map(({ weight, at, hits }) => ({ at, share: (hits + 0.5) / (weight + 1) }));
}

/** One block per value, lowest first: whole points have many ties, and which of them came first says nothing. */
function tied(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  counts: ArrayLike<number> | undefined,
): Block[] {
  const blocks: Block[] = [];
  for (const place of orderOf(values)) {
    const at = values[place] ?? 0;
    const weight = counts?.[place] ?? 1;
    if (weight <= 0) continue;
    const hits = weight * (outcomes[place] ?? 0);
    const last = blocks.at(-1);
    if (last?.at === at) {
      last.weight += weight;
      last.hits += hits;
    } else {
      blocks.push({ weight, at, hits });
    }
  }
  return blocks;
}

function pool(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.hits / before.weight < last.hits / last.weight) return;
    blocks.splice(-2, 2, together(before, last));
  }
}

function together(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { weight, at: (a.at * a.weight + b.at * b.weight) / weight, hits: a.hits + b.hits };
}

function joined(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && last.weight < SMALLEST_BLOCK) result.splice(-1, 1, together(last, block));
    else result.push(block);
  }
  const [end, before] = [result.at(-1), result.at(-2)];
  if (end && before && end.weight < SMALLEST_BLOCK) result.splice(-2, 2, together(before, end));
  // Shrinking small blocks more than large ones may turn two neighbours over.
  return result.reduce<Block[]>((rising, block) => {
    rising.push(block);
    for (;;) {
      const [b, a] = [rising.at(-1), rising.at(-2)];
      if (!a || !b || (a.hits + 0.5) / (a.weight + 1) < (b.hits + 0.5) / (b.weight + 1)) break;
      rising.splice(-2, 2, together(a, b));
    }
    return rising;
  }, []);
}

/** @returns the share on the curve at `value`; beyond its ends, the end */
export function valueAt(stairs: readonly Stair[], value: number): number {
  let low = 0;
  let high = stairs.length - 1;
  if (high < 0) return 0.5;
  if (value <= (stairs[0]?.at ?? 0)) return stairs[0]?.share ?? 0.5;
  if (value >= (stairs[high]?.at ?? 0)) return stairs[high]?.share ?? 0.5;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((stairs[middle]?.at ?? 0) <= value) low = middle;
    else high = middle;
  }
  const from = stairs[low] ?? { at: 0, share: 0.5 };
  const to = stairs[high] ?? from;
  return from.share + ((value - from.at) / (to.at - from.at)) * (to.share - from.share);
}
