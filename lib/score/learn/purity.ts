/**
 * The purity guard. A signal whose cases nearly all ended the same way is more often a trace of the outcome (filled in
 * afterwards, imported only when won) than a cause: 46 backfilled "Outbound" rows, all accepted, once made a model
 * promise 38 points too much. Such a weight stays as agreed until a person has looked.
 */
import type { Design } from './design.ts';
import { logitOf } from './logit.ts';

const PURE_FROM = 0.95;
const PURE_WITH = 20;
/** In logits: where nearly everything is turned down, a signal that is turned down like the rest is no trace of anything. */
const FAR_FROM_THE_REST = 2;

/** @returns the columns that are seen at least 20 times, 95 % one way, and far from the rate of all cases */
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
  let all = 0;
  for (let place = 0; place < design.cases; place++) all += outcomes[place] ?? 0;
  const usual = smoothed(all, design.cases);
  const pure = new Set<number>();
  seen.forEach((n, column) => {
    const own = hits[column] ?? 0;
    const isOneWay = own / n >= PURE_FROM || own / n <= 1 - PURE_FROM;
    const isFar = Math.abs(smoothed(own, n) - usual) >= FAR_FROM_THE_REST;
    if (n >= PURE_WITH && isOneWay && isFar) pure.add(column);
  });
  return pure;
}

/** The logit of a share, with half a case added to each side. */
function smoothed(hits: number, n: number): number {
  return logitOf((hits + 0.5) / (n + 1));
}
