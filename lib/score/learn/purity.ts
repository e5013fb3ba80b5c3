/**
 * The purity guard. A signal whose cases nearly all ended the same way is more often a trace of the outcome (filled in
 * afterwards, imported only when won) than a cause: 46 backfilled "Outbound" rows, all accepted, once made a model
 * promise 38 points too much. Such a weight stays as agreed until a person has looked.
 */
import type { Design } from './design.ts';

export const PURE_FROM = 0.95;
export const PURE_WITH = 20;

/** @returns the columns that are seen at least 20 times and 95 % one way */
export function pureColumns(design: Design, outcomes: ArrayLike<number>): Set<number> {
  const seen = new Float64Array(design.width);
  const hits = new Float64Array(design.width);
  for (let place = 0; place < design.cases; place++) {
    const until = design.starts[place + 1] ?? 0;
    for (let at = design.starts[place] ?? 0; at < until; at++) {
      const column = design.columns[at] ?? 0;
      seen[column] = (seen[column] ?? 0) + 1;
      hits[column] = (hits[column] ?? 0) + (outcomes[place] ?? 0);
    }
  }
  const pure = new Set<number>();
  seen.forEach((n, column) => {
    const share = (hits[column] ?? 0) / n;
    if (n >= PURE_WITH && (share >= PURE_FROM || share <= 1 - PURE_FROM)) pure.add(column);
  });
  return pure;
}
