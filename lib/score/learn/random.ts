/** Randomness that can be repeated: every place that needs some is given one of these. */

/** @returns the next number, at least 0 and below 1 */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger: 32 bits of state, good enough to shuffle folds and draw samples. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns the fold, 0 to `folds - 1`, of each of `count` cases; folds differ in size by one at most */
export function foldsOf(count: number, folds: number, random: Random): Int32Array {
  const fold = Int32Array.from({ length: count }, (_, place) => place % folds);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = fold[last] ?? 0;
    fold[last] = fold[other] ?? 0;
    fold[other] = kept;
  }
  return fold;
}
