/**
 * Bayesian logistic regression: the most likely weights, given what was agreed (the prior) and what was seen.
 *
 * Minimises `Σ wᵢ·log(1 + exp(-sᵢ zᵢ)) + Σ (βⱼ - mⱼ)² / 2σⱼ²` with `z = Xβ + β₀` and `s = ±1` by Newton's method with
 * step halving: plain Newton diverges when the base rate jumps between two refits.
 */
import { decompose, solve } from './cholesky.ts';
import { type Design, sums } from './design.ts';
import { chanceOf, logOnePlusExp } from './logit.ts';

/** What is believed before: means and standard deviations in logits, one per column and one for the base at the end. */
export interface Prior {
  mean: Float64Array;
  sd: Float64Array;
}

export interface Seen {
  design: Design;
  /** 1 accepted, 0 not; between them when labels are shared out. */
  labels: ArrayLike<number>;
  /** How much each case counts; all the same when left out. */
  counts?: ArrayLike<number> | undefined;
  /** Logits that each case has already, from weights that are not learned here. */
  offsets?: ArrayLike<number> | undefined;
}

export interface Fitted {
  /** One per column, and the base at the end; in logits. */
  weights: Float64Array;
  /** Lower triangle of the decomposed Hessian at the optimum. */
  hessian: Float64Array;
  /** Penalised negative log-likelihood at the optimum. */
  loss: number;
  steps: number;
}

const MOST_STEPS = 60;
const MOST_HALVINGS = 30;

/**
 * @param start where to begin; the prior's means when left out
 * @returns the fit. Throws when the Hessian is not positive definite, which a prior with finite sd rules out.
 */
export function fitMap(seen: Seen, prior: Prior, start?: Float64Array): Fitted {
  const size = seen.design.width + 1;
  let weights = Float64Array.from(start ?? prior.mean);
  let loss = lossAt(seen, prior, weights);
  for (let step = 0; ; step++) {
    const { gradient, hessian } = slopeAt(seen, prior, weights);
    if (!decompose(hessian, size)) throw new Error('The Hessian is not positive definite.');
    const direction = solve(hessian, size, gradient);
    // Half the Newton decrement: how much there is left to gain.
    const gain = gradient.reduce((sum, slope, at) => sum + slope * (direction[at] ?? 0), 0) / 2;
    if (gain < 1e-10 * (1 + Math.abs(loss)) || step === MOST_STEPS) {
      return { weights, hessian, loss, steps: step };
    }
    let stride = 1;
    for (let halving = 0; ; halving++) {
      const next = weights.map((weight, at) => weight - stride * (direction[at] ?? 0));
      const nextLoss = lossAt(seen, prior, next);
      if (nextLoss <= loss || halving === MOST_HALVINGS) {
        if (nextLoss > loss) return { weights, hessian, loss, steps: step };
        weights = next;
        loss = nextLoss;
        break;
      }
      stride /= 2;
    }
  }
}

function lossAt(
  { design, labels, counts, offsets }: Seen,
  prior: Prior,
  weights: Float64Array,
): number {
  const logits = sums(design, weights);
  let loss = 0;
  for (let place = 0; place < design.cases; place++) {
    const logit = (logits[place] ?? 0) + (offsets?.[place] ?? 0);
    loss += (counts?.[place] ?? 1) * (logOnePlusExp(logit) - (labels[place] ?? 0) * logit);
  }
  for (let at = 0; at < weights.length; at++) {
    const off = ((weights[at] ?? 0) - (prior.mean[at] ?? 0)) / (prior.sd[at] ?? 1);
    loss += (off * off) / 2;
  }
  return loss;
}

function slopeAt(
  { design, labels, counts, offsets }: Seen,
  prior: Prior,
  weights: Float64Array,
): { gradient: Float64Array; hessian: Float64Array } {
  const { cases, width, starts, columns, amounts } = design;
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const logits = sums(design, weights);
  for (let place = 0; place < cases; place++) {
    const chance = chanceOf((logits[place] ?? 0) + (offsets?.[place] ?? 0));
    const count = counts?.[place] ?? 1;
    const residual = count * (chance - (labels[place] ?? 0));
    const curve = count * Math.max(chance * (1 - chance), 1e-12);
    const from = starts[place] ?? 0;
    const until = starts[place + 1] ?? 0;
    for (let at = from; at < until; at++) {
      const row = columns[at] ?? 0;
      const amount = amounts[at] ?? 0;
      gradient[row] = (gradient[row] ?? 0) + residual * amount;
      for (let other = from; other <= at; other++) {
        const column = columns[other] ?? 0;
        const cell = row >= column ? row * size + column : column * size + row;
        hessian[cell] = (hessian[cell] ?? 0) + curve * amount * (amounts[other] ?? 0);
      }
      const last = width * size + row;
      hessian[last] = (hessian[last] ?? 0) + curve * amount;
    }
    gradient[width] = (gradient[width] ?? 0) + residual;
    const corner = width * size + width;
    hessian[corner] = (hessian[corner] ?? 0) + curve;
  }
  for (let at = 0; at < size; at++) {
    const precision = 1 / (prior.sd[at] ?? 1) ** 2;
    const off = (weights[at] ?? 0) - (prior.mean[at] ?? 0);
    gradient[at] = (gradient[at] ?? 0) + precision * off;
    hessian[at * size + at] = (hessian[at * size + at] ?? 0) + precision;
  }
  return { gradient, hessian };
}
