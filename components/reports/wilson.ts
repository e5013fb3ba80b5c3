import type { Share } from '../charts/scale.ts';

/** @returns the share with its 95 % interval (Wilson), for where the store sends counts only */
export function wilson(n: number, of: number): Share {
  const z = 1.96;
  const share = n / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half =
    (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
