/** Judged leads heaped by their points, under one definition and another, on the same scale. */
import type { Preview } from '../../contract/learning.ts';

type Judged = { points: ArrayLike<number>; accepted: ArrayLike<number> };
type Heaps = NonNullable<Preview['scores']>;

const WIDTHS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
/** More bars than this are a hedge, not a shape. */
const MOST = 24;

/** @returns bins from the lowest to the highest points of both, empty ones too; null when nobody was judged */
export function heaped(before: Judged, after: Judged): Heaps | null {
  const all = [...Array.from(before.points), ...Array.from(after.points)];
  if (all.length === 0) return null;
  const low = all.reduce((a, b) => Math.min(a, b));
  const high = all.reduce((a, b) => Math.max(a, b));
  const width = WIDTHS.find((each) => (high - low) / each < MOST - 1) ?? 1000;
  const first = Math.floor(low / width);
  const bins = Array.from({ length: Math.floor(high / width) - first + 1 }, (_, place) => ({
    from: (first + place) * width,
    before: { accepted: 0, other: 0 },
    after: { accepted: 0, other: 0 },
  }));
  const count = (judged: Judged, which: 'before' | 'after') => {
    Array.from(judged.points).forEach((points, row) => {
      const heap = bins[Math.floor(points / width) - first]?.[which];
      if (heap) heap[judged.accepted[row] ? 'accepted' : 'other'] += 1;
    });
  };
  count(before, 'before');
  count(after, 'after');
  return { width, bins };
}
