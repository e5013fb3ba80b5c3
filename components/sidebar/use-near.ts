import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { between, type Row, rowHeights, type Stretch } from './timeline-rows.ts';

/** Drawn above and below what is in view, in px: more than a turn of the wheel. */
const MARGIN = 800;
/** Before anything has been measured. */
const FIRST = 32;

export type Near = Stretch & { offsets: Float64Array };

/**
 * Of thousands of rows, those near the view: the others are only room. Rows may be of any height; they are measured when they
 * are drawn. The browser's own scroll anchoring keeps what one reads where it is while rows above turn out higher or lower.
 *
 * @param list its rows carry `data-row` with their number; its nearest `[data-scroll]` scrolls
 */
export function useNear(rows: Row[], list: RefObject<HTMLElement | null>): Near {
  const [heights] = useState(rowHeights);
  const [near, setNear] = useState<Stretch>({ from: 0, to: FIRST });
  const shown = { from: Math.min(near.from, rows.length), to: Math.min(near.to, rows.length) };
  const latest = useRef({ rows, shown });
  latest.current = { rows, shown };

  const [look] = useState(() => (draw: (next: Stretch) => void) => {
    const scroller = list.current?.closest<HTMLElement>('[data-scroll]');
    if (!list.current || !scroller) return;
    const { rows: all, shown: now } = latest.current;
    const scrolled =
      scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const bottom = scrolled + scroller.clientHeight + MARGIN;
    const next = between(heights.offsets(all), scrolled - MARGIN, bottom);
    if (next.from === now.from && next.to === now.to) return;
    keepFocus(list.current, next);
    draw(next);
  });

  useLayoutEffect(() => {
    for (const element of list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const row = rows[Number(element.dataset.row)];
      if (row) heights.note(row, element.getBoundingClientRect().height);
    }
    look(setNear);
  });

  useEffect(() => {
    const scroller = list.current?.closest<HTMLElement>('[data-scroll]');
    if (!scroller) return;
    // At once: what comes into view must be there in the same frame.
    const onScroll = () => look((next) => flushSync(() => setNear(next)));
    let width = scroller.clientWidth;
    const resized = new ResizeObserver(() => {
      if (scroller.clientWidth !== width) heights.forget();
      width = scroller.clientWidth;
      look((next) => setNear(next));
    });
    scroller.addEventListener('scroll', onScroll, { passive: true });
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [heights, list, look]);

  return { ...shown, offsets: heights.offsets(rows) };
}

/** Whoever scrolls away from the link they are on stays in the list, instead of being thrown back to the top of the page. */
function keepFocus(list: HTMLElement, { from, to }: Stretch): void {
  const { activeElement } = document;
  if (!activeElement || !list.contains(activeElement)) return;
  const row = Number(activeElement.closest<HTMLElement>('[data-row]')?.dataset.row);
  if (row < from || row >= to) list.focus({ preventScroll: true });
}
