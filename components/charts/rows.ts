/** Where the rows of a plot lie: name, drawing, figures; on narrow paper the drawing under both. */
import { measureAs } from './measure.ts';
import { wrap } from './wrap.ts';

export type RowText = {
  key: string;
  label: string;
  /** The figure, and what it is of. */
  bold: string;
  muted: string;
  /** The figure of the period it is compared with. */
  before?: string | null | undefined;
};

export type Placed<T> = {
  row: T;
  y: number;
  height: number;
  lines: string[];
  /** Base line of the first line of text. */
  base: number;
  /** Where the drawing's middle lies. */
  middle: number;
};

export type Rows<T> = {
  placed: Placed<T>[];
  /** Where drawings begin and end, in px from the start. */
  from: number;
  to: number;
  /** Where figures end; `muted` ends at the edge. */
  boldEnd: number;
  mutedEnd: number;
  bottom: number;
};

const NARROW = 400;
const GAP = 12;

/** @param top where the first row begins */
export function layRows<T extends RowText>(
  rows: readonly T[],
  width: number,
  top: number,
  edge = 6,
): Rows<T> {
  const bold = measureAs(12, 650);
  const plain = measureAs(12);
  const widest = (texts: readonly string[], measure: (text: string) => number) =>
    Math.ceil(Math.max(0, ...texts.map(measure)));
  const mutedWidth = widest(
    rows.map(({ muted }) => muted),
    plain,
  );
  const boldWidth = widest(
    rows.map((row) => row.bold),
    bold,
  );
  const beforeWidth = widest(
    rows.map(({ before }) => before ?? ''),
    measureAs(11),
  );
  const figures = Math.max(boldWidth + (mutedWidth ? mutedWidth + 8 : 0), beforeWidth);
  const narrow = width < NARROW;
  const most = narrow ? width - figures - GAP : Math.min(width * 0.32, 190);
  const lines = rows.map(({ label }) => wrap(label, most, plain));
  const labels = widest(lines.flat(), plain);
  let y = top;
  const placed = rows.map((row, index) => {
    const own = lines[index] ?? [];
    const texts = Math.max(own.length, row.before ? 2 : 1) * 16;
    const height = narrow ? texts + 34 : texts + 12;
    const at = {
      row,
      y,
      height,
      lines: own,
      base: narrow ? y + 14 : y + height / 2 - (own.length * 16) / 2 + 12,
      middle: narrow ? y + texts + 18 : y + height / 2,
    };
    y += height;
    return at;
  });
  return {
    placed,
    from: narrow ? edge : labels + GAP + edge,
    to: narrow ? width - edge : width - figures - GAP - edge,
    boldEnd: mutedWidth ? width - mutedWidth - 8 : width,
    mutedEnd: width,
    bottom: y,
  };
}
