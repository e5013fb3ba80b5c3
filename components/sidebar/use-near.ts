import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { between, type Row, rowHeights, type Stretch } from './timeline-rows.ts';

/** Drawn above and below what is in view, in px: more than a turn of the wheel. */
const MARGIN = 800;
/** Before anything has been measured. */
const FIRST = 32;

type Near = Stretch & { offsets: Float64Array };

/**
 * Of thousands of rows, those near the view: the others are only room. Rows may be of any height; they are measured when they
 * are drawn. The browser's own scroll anchoring keeps what one reads where it is while rows above turn out higher or lower.
 *
 * @param list its rows carry `data-row` with their number; its nearest `[data-scroll]` scrolls
 */
export function useNear(rows: Row[], list: RefObject<HTMLElement | null>): Near {
  const [heights] = useState(rowHeights);
  const [near, setNear] = useState<Stretch>({ from: 0, to: FIRST });
  const [of, setOf] = useState(rows);
  const read = useRef<Reading | null>(null);
  let shown = near;
  if (of !== rows) {
    shown = moved(near, of, rows);
    // Read while the rows of before are still on screen.
    if (shown !== near) read.current = readingIn(list.current, of);
    setOf(rows);
    setNear(shown);
  }
  shown = { from: Math.min(shown.from, rows.length), to: Math.min(shown.to, rows.length) };
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
    if (read.current && list.current) keepReading(list.current, rows, read.current);
    read.current = null;
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

/** @returns the rows that were drawn, where they are now that others came above or below them */
function moved(near: Stretch, before: Row[], after: Row[]): Stretch {
  const key = before[near.from]?.key;
  if (near.from === 0 || after[near.from]?.key === key) return near;
  const from = after.findIndex((row) => row.key === key);
  return from < 0 ? near : { from, to: near.to + from - near.from };
}

/** The row at the top of the view, and how far below the top it is. */
type Reading = { key: string; top: number };

function readingIn(list: HTMLElement | null, rows: Row[]): Reading | null {
  const view = list?.closest('[data-scroll]')?.getBoundingClientRect();
  if (!list || !view) return null;
  for (const element of list.querySelectorAll<HTMLElement>('li[data-row]')) {
    const box = element.getBoundingClientRect();
    const row = rows[Number(element.dataset.row)];
    if (row && box.bottom > view.top) return { key: row.key, top: box.top - view.top };
  }
  return null;
}

/** Moves the view along with what is read, which others that came above have pushed down. */
function keepReading(list: HTMLElement, rows: Row[], { key, top }: Reading): void {
  const scroller = list.closest('[data-scroll]');
  const row = rows.findIndex((each) => each.key === key);
  const element = list.querySelector(`[data-row="${row}"]`);
  if (!scroller || !element) return;
  const now = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += now - top;
}

/** Whoever scrolls away from the link they are on stays in the list, instead of being thrown back to the top of the page. */
function keepFocus(list: HTMLElement, { from, to }: Stretch): void {
  const { activeElement } = document;
  if (!activeElement || !list.contains(activeElement)) return;
  const row = Number(activeElement.closest<HTMLElement>('[data-row]')?.dataset.row);
  if (row < from || row >= to) list.focus({ preventScroll: true });
}
