/** Where a chip can stand: at the end of the name's first line, within its cell, where the row is really seen. */
import type { Row } from '../crm/rows.ts';

const GAP = 6;
const GRIDS = 'table, [role="grid"], [role="treegrid"], [role="table"]';
const CELLS = 'td, th, [role="gridcell"], [role="cell"], [role="listitem"], li';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** @returns the upper left corner for a chip of this size beside this row's name; null where the row is not in sight */
export type FindPlace = (
  row: Pick<Row, 'anchor' | 'element'>,
  size: Size,
) => { x: number; y: number } | null;

/**
 * For one round of placing: what is asked of the page's containers is asked once. Only reads; who uses it writes afterwards.
 *
 * @param own the element that holds the chips, which lies over everything and covers nothing
 */
export function placeFinder(own: Element): FindPlace {
  const view: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const clips = new Map<Element, Box>();

  /** What the containers around an element leave to be seen of it. */
  const clipOf = (element: Element): Box => {
    const parent = element.parentElement;
    if (!parent || parent === document.body || parent === document.documentElement) return view;
    const known = clips.get(parent);
    if (known) return known;
    const { overflowX, overflowY } = getComputedStyle(parent);
    const around = clipOf(parent);
    const isClipping = overflowX !== 'visible' || overflowY !== 'visible';
    const clip = isClipping ? meet(around, parent.getBoundingClientRect()) : around;
    clips.set(parent, clip);
    return clip;
  };

  /** Menus, dialogs and headings that stay on top lie over rows; what is said beside rows must not lie over them. */
  const isOpen = (x: number, y: number, cell: Element): boolean => {
    // Everything at a point is asked for only where ours is on top: it costs several times as much.
    const first = document.elementFromPoint(x, y);
    const top =
      first === own ? document.elementsFromPoint(x, y).find((each) => each !== own) : first;
    if (!top) return false;
    return top.contains(cell) || cell.contains(top) || isNextTo(top, cell);
  };

  return ({ anchor, element }, size) => {
    if (!isShown(anchor)) return null;
    const line = firstLine(anchor);
    if (!line) return null;
    const cell = anchor.closest(CELLS) ?? element;
    const bounds =
      cell === anchor && !cell.matches(CELLS)
        ? clipOf(cell)
        : meet(clipOf(cell), cell.getBoundingClientRect());
    const rtl = getComputedStyle(anchor).direction === 'rtl';
    const x = rtl
      ? Math.max(line.left - GAP - size.width, bounds.left)
      : Math.min(line.right + GAP, bounds.right - size.width);
    const y = (line.top + line.bottom - size.height) / 2;
    const box = { left: x, top: y, right: x + size.width, bottom: y + size.height };
    if (!within(box, clipOf(cell))) return null;
    // Where the name ends: the place of the chip itself may be another column's, or nobody's.
    const end = rtl ? line.left + 3 : line.right - 3;
    const at = Math.min(Math.max(end, bounds.left + 1), bounds.right - 1);
    const open = [box.top + 1, box.bottom - 1].every((height) => isOpen(at, height, cell));
    return open ? { x: Math.round(x), y: Math.round(y) } : null;
  };
}

const isShown = (anchor: Element): boolean =>
  anchor.isConnected && anchor.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Another row of the same list, where lines stand closer than a chip is high; not what stays on top of them. */
function isNextTo(top: Element, cell: Element): boolean {
  const list = cell.closest(GRIDS) ?? cell.parentElement?.parentElement;
  if (!list?.contains(top)) return false;
  for (let each: Element | null = top; each && each !== list; each = each.parentElement) {
    if (['sticky', 'fixed'].includes(getComputedStyle(each).position)) return false;
  }
  return true;
}

/** @returns the box of the first line of text in an element; its own box for what holds none, like a field */
function firstLine(anchor: Element): Box | null {
  const range = document.createRange();
  range.selectNodeContents(anchor);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const [first] = rects;
  if (!first) {
    const own = anchor.getBoundingClientRect();
    return own.width > 0 && own.height > 0 ? own : null;
  }
  const line = rects.filter(({ top, bottom }) => top < first.bottom - 2 && bottom > first.top + 2);
  return {
    left: Math.min(...line.map(({ left }) => left)),
    right: Math.max(...line.map(({ right }) => right)),
    top: first.top,
    bottom: first.bottom,
  };
}

const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const within = (box: Box, clip: Box): boolean =>
  box.left >= clip.left &&
  box.right <= clip.right &&
  box.top >= clip.top &&
  box.bottom <= clip.bottom;
