/** The line between "to sales" and "not yet": what both sides agree on is not a score but how often sales says yes. */

export interface Line {
  /** Everyone with this score or more is handed over. */
  score: number;
  /** Mean calibrated chance of those at or above the line. */
  precision: number;
  /** How many of the cases given are at or above it. */
  volume: number;
  /** Which share of all expected acceptances is at or above it. */
  recall: number;
}

/**
 * The lowest score whose calibrated precision is at least `target`, over cases as they come in now.
 *
 * @param scores of cases that may be used for choosing: training cases, never those it is judged by
 * @param chances calibrated, of the same cases; rising with the score
 * @returns null when not even the highest score is that precise
 */
export function lineFor(
  scores: ArrayLike<number>,
  chances: ArrayLike<number>,
  target: number,
): Line | null {
  const order = Array.from({ length: scores.length }, (_, place) => place).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );
  let expected = 0;
  let best: Omit<Line, 'recall'> | null = null;
  let reached = 0;
  order.forEach((place, at) => {
    expected += chances[place] ?? 0;
    const score = scores[place] ?? 0;
    const next = order[at + 1];
    // Those with equal scores are on the same side of the line.
    if (next !== undefined && scores[next] === score) return;
    const volume = at + 1;
    if (expected / volume < target) return;
    best = { score, precision: expected / volume, volume };
    reached = expected;
  });
  return best === null ? null : { ...(best as Omit<Line, 'recall'>), recall: reached / expected };
}
