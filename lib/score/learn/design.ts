/**
 * Cases as numbers: for each case the few weights that apply to it, and how much. Compressed sparse rows in typed
 * arrays, so that a hundred thousand cases are a few megabytes and a pass over them takes milliseconds.
 */

export interface Design {
  cases: number;
  /** How many weights there are. */
  width: number;
  /** Case `i` has its entries from `starts[i]` up to `starts[i + 1]`. */
  starts: Int32Array;
  /** Which weight an entry is about. */
  columns: Int32Array;
  /** How much of it: 1 for "is so", a decayed count for "so often". */
  amounts: Float64Array;
}

/** Which weight, and how much of it. */
export type Entry = readonly [column: number, amount: number];

/**
 * @param rows the entries of each case; entries of amount 0 may be left out
 * @param width how many weights there are; a column beyond throws a RangeError
 */
export function designOf(rows: readonly (readonly Entry[])[], width: number): Design {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const design: Design = {
    cases: rows.length,
    width,
    starts: new Int32Array(rows.length + 1),
    columns: new Int32Array(total),
    amounts: new Float64Array(total),
  };
  let at = 0;
  rows.forEach((row, place) => {
    for (const [column, amount] of row) {
      if (column < 0 || column >= width) throw new RangeError(`There is no weight ${column}.`);
      design.columns[at] = column;
      design.amounts[at] = amount;
      at++;
    }
    design.starts[place + 1] = at;
  });
  return design;
}

/** @returns the design of these cases only, in the order given */
export function pick(design: Design, places: ArrayLike<number>): Design {
  const { starts, columns, amounts, width } = design;
  const picked = Array.from(places);
  const begins = new Int32Array(picked.length + 1);
  picked.forEach((place, to) => {
    begins[to + 1] = (begins[to] ?? 0) + (starts[place + 1] ?? 0) - (starts[place] ?? 0);
  });
  const size = begins[picked.length] ?? 0;
  const own = { columns: new Int32Array(size), amounts: new Float64Array(size) };
  picked.forEach((place, to) => {
    const from = starts[place] ?? 0;
    const until = starts[place + 1] ?? 0;
    own.columns.set(columns.subarray(from, until), begins[to] ?? 0);
    own.amounts.set(amounts.subarray(from, until), begins[to] ?? 0);
  });
  return { cases: picked.length, width, starts: begins, ...own };
}

/**
 * @param weights one per column; one more, at the end, is added to every case
 * @returns the weighted sum of each case
 */
export function sums(design: Design, weights: ArrayLike<number>): Float64Array {
  const { cases, width, starts, columns, amounts } = design;
  const base = weights[width] ?? 0;
  const result = new Float64Array(cases);
  for (let place = 0; place < cases; place++) {
    let sum = base;
    const until = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < until; at++) {
      sum += (weights[columns[at] ?? 0] ?? 0) * (amounts[at] ?? 0);
    }
    result[place] = sum;
  }
  return result;
}
