/** Times into figures. */

export interface Spread {
  p50: number;
  p99: number;
  most: number;
  n: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0, n: sorted.length };
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** @returns how long each took in milliseconds, `lanes` of them at once */
export async function timed(
  count: number,
  lanes: number,
  work: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      const began = performance.now();
      await work(n);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return times;
}
