/** Points and logits: 1 point is a tenth of a logit, so that 7 points double the odds (e^0.7 = 2.01). */

export const LOGIT_PER_POINT = 0.1;

/** @returns whole points, halves away from zero, never -0 */
export function pointsOf(logit: number): number {
  const points = logit / LOGIT_PER_POINT;
  // The nudge keeps 0.15 / 0.1 = 1.4999999999999998 from becoming 1.
  return Math.sign(points) * Math.round(Math.abs(points) + 1e-9) || 0;
}

/** @returns the logit of so many points */
export function logitOfPoints(points: number): number {
  return points * LOGIT_PER_POINT;
}
