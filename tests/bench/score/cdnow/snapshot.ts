/** What was known of each customer on one day, and whether they bought in the 91 days from then on. */
import { decay } from '../../../../lib/score/counters.ts';
import type { Purchase } from './purchases.ts';

/** Length of the window in which a purchase counts, days. */
export const WINDOW = 91;
/** Half-lives that are tried, days; the last is "no decay". */
export const HALF_LIVES = [7, 30, 90, 180, 365, Number.POSITIVE_INFINITY];

/** Decayed counts on one day; of each customer one number per half-life, in the order of `HALF_LIVES`. */
export interface Snapshot {
  /** Every line of the file counts. */
  purchases: Float64Array[];
  /** Days with a purchase: at most one event a day, as rules have it. */
  orders: Float64Array[];
  dollars: Float64Array[];
  /** 1 when the customer bought in the window. */
  outcomes: Uint8Array;
}

export function snapshot(customers: readonly (readonly Purchase[])[], day: number): Snapshot {
  const empty = (): Float64Array[] => HALF_LIVES.map(() => new Float64Array(customers.length));
  const own = { purchases: empty(), orders: empty(), dollars: empty() };
  customers.forEach((purchases, customer) => {
    let latest = -1;
    for (const purchase of purchases) {
      if (purchase.day >= day) break;
      HALF_LIVES.forEach((halfLife, place) => {
        const left = decay(day - purchase.day, halfLife);
        add(own.purchases[place], customer, left);
        add(own.dollars[place], customer, left * purchase.dollars);
        if (purchase.day !== latest) add(own.orders[place], customer, left);
      });
      latest = purchase.day;
    }
  });
  const bought = customers.map((purchases) =>
    purchases.some((purchase) => purchase.day >= day && purchase.day < day + WINDOW),
  );
  return { ...own, outcomes: Uint8Array.from(bought, Number) };
}

function add(counts: Float64Array | undefined, customer: number, amount: number): void {
  if (counts) counts[customer] = (counts[customer] ?? 0) + amount;
}

/** @returns this part of the customers */
export function part(whole: Snapshot, from: number, until: number): Snapshot {
  const cut = (counts: Float64Array[]): Float64Array[] =>
    counts.map((of) => of.subarray(from, until));
  return {
    purchases: cut(whole.purchases),
    orders: cut(whole.orders),
    dollars: cut(whole.dollars),
    outcomes: whole.outcomes.subarray(from, until),
  };
}
