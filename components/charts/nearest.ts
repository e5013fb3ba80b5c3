/** Which mark of a plot an arrow key goes to. */

type Box = { x: number; y: number };
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const WAYS: Record<Arrow, Box> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): key is Arrow => key in WAYS;

/**
 * @param middles of all marks, in px
 * @param from the place of the one in focus among them
 * @returns the place of the next one that way; what lies beside the way counts three times as far. Null: none is there
 */
export function nearest(middles: readonly Box[], from: number, arrow: Arrow): number | null {
  const way = WAYS[arrow];
  const here = middles[from];
  if (!here) return null;
  let best: { index: number; far: number } | null = null;
  for (const [index, there] of middles.entries()) {
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (index === from || along < 1) continue;
    const far = along + aside * 3;
    if (!best || far < best.far) best = { index, far };
  }
  return best?.index ?? null;
}
