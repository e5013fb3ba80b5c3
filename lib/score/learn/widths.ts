/**
 * How far the weights of each input lie apart: a wide prior for inputs that matter, a narrow one for those whose many
 * levels say little. Empirical Bayes: a width is set to what the weights of its input show, in turns with the weights
 * (MacKay 1992, Neural Computation 4: "evidence"; here as expectation-maximisation). One number per input instead of a
 * search over all combinations.
 */
import { inverseDiagonal } from './cholesky.ts';
import { fitMap, type Prior, type Seen } from './map-fit.ts';

/** The width that the prior has counts like so many weights: it keeps an input with one level from 0 and from 10. */
const BEFORE = 1;
const MOST_TURNS = 15;
/** Widths that change by less than 3 % are settled. */
const SETTLED = 0.03;

/**
 * @param prior where each weight is expected, and how wide before anything is seen
 * @param groups which input each column belongs to; columns of one input share a width (that of the first at the start)
 * @param held columns that keep the width they have
 * @returns the prior with the widths found
 */
export function withWidths(
  seen: Seen,
  prior: Prior,
  groups: readonly string[],
  held: ReadonlySet<number> = new Set(),
): Prior {
  let current: Prior = { mean: prior.mean, sd: Float64Array.from(prior.sd) };
  let start: Float64Array | undefined;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { weights, hessian } = fitMap(seen, current, start);
    start = weights;
    const variances = inverseDiagonal(hessian, weights.length);
    const shown = new Map<string, { squares: number; n: number }>();
    groups.forEach((group, column) => {
      if (held.has(column)) return;
      const off = (weights[column] ?? 0) - (prior.mean[column] ?? 0);
      const of = shown.get(group) ?? { squares: BEFORE * (prior.sd[column] ?? 1) ** 2, n: BEFORE };
      of.squares += off * off;
      // How much of this weight the cases determine: 1 fully, 0 not at all.
      of.n += Math.max(0, 1 - (variances[column] ?? 0) / (current.sd[column] ?? 1) ** 2);
      shown.set(group, of);
    });
    const sd = Float64Array.from(current.sd);
    let change = 0;
    groups.forEach((group, column) => {
      const of = shown.get(group);
      if (held.has(column) || !of) return;
      const width = Math.sqrt(of.squares / of.n);
      change = Math.max(change, Math.abs(Math.log(width / (sd[column] ?? 1))));
      sd[column] = width;
    });
    current = { mean: prior.mean, sd };
    if (change < SETTLED) break;
  }
  return current;
}
