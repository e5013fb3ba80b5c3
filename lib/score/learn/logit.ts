/** Chances and logits, without overflow, and never exactly 0 or 1. */

/** No evidence makes anything certain; 36 logits are where doubles cannot tell a chance from 1. */
const FURTHEST = 30;

/** @returns the chance, strictly between 0 and 1 */
export function chanceOf(logit: number): number {
  const held = Math.max(-FURTHEST, Math.min(FURTHEST, logit));
  return held >= 0 ? 1 / (1 + Math.exp(-held)) : 1 - 1 / (1 + Math.exp(held));
}

/** @returns the logit of a chance; 0 and 1 are taken for nearly so */
export function logitOf(chance: number): number {
  const held = Math.max(1e-12, Math.min(1 - 1e-12, chance));
  return Math.log(held / (1 - held));
}

/** @returns log(1 + exp(x)) */
export function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
