/**
 * Steps of a quantity: how many visits, how many seconds. Edges lie where the training cases are, so that each step has
 * about as many; the chance may then take any shape over them, and a person still reads "from 300 s on: +4".
 */

/**
 * @param values of the training cases only; NaN (not known) and what is not above zero have no part in it
 * @param steps how many steps above zero at most; fewer when many values are the same
 * @returns rising lower edges; the first is the smallest value above zero. None when there is no such value.
 */
export function edgesOf(values: ArrayLike<number>, steps: number): number[] {
  const positive = Float64Array.from(Array.from(values).filter((value) => value > 0)).sort();
  const edges = new Set<number>();
  for (let step = 0; step < steps && positive.length > 0; step++) {
    edges.add(positive[Math.floor((step * positive.length) / steps)] ?? 0);
  }
  return [...edges].sort((a, b) => a - b);
}

/** @returns how many edges `value` has reached: 0 below the first */
export function stepOf(edges: readonly number[], value: number): number {
  let step = 0;
  while (step < edges.length && value >= (edges[step] ?? 0)) step++;
  return step;
}
