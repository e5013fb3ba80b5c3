import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { measureAs } from './measure.ts';
import { between } from './scale.ts';

export type WeekMark = {
  key: string;
  n: number;
  /** Still open, on top of it: may come yet. */
  open: number;
  says: string;
  onOpen: (() => void) | null;
};

export type WeekRow = {
  key: string;
  label: string;
  side: 'marketing' | 'sales';
  weeks: readonly WeekMark[];
  /** Of the whole period. */
  bold: string;
  muted: string;
  before: string | null;
  says: string;
  onOpen: (() => void) | null;
};

type Props = {
  label: string;
  note: string;
  rows: readonly WeekRow[];
  /** Names of the first and the last week. */
  ends: readonly [string, string];
};

/** Counts by week, one row of bars under the other, each on its own scale. */
export function WeekRows({ label, note, rows, ends }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const plain = measureAs(12);
        const texts = rows.flatMap(({ muted, before }) => [muted, before ?? '']);
        const figures = Math.ceil(Math.max(40, ...texts.map(plain)));
        const labels = Math.ceil(Math.max(...rows.map((row) => plain(row.label) * 1.1)));
        const narrow = width - labels - figures < 180;
        const high = rows.some(({ before }) => before) ? 58 : 46;
        const step = narrow ? high + 40 : high;
        const from = narrow ? 0 : labels + 12;
        const to = narrow ? width : width - figures - 12;
        const bottom = rows.length * step;
        return {
          height: bottom + 18,
          plot: (
            <>
              {rows.map((row, index) => (
                <Row
                  key={row.key}
                  row={row}
                  place={{ y: index * step, height: step, from, to, width, narrow }}
                />
              ))}
              <Words
                x={from}
                y={bottom + 14}
                lines={[ends[0]]}
                as={`${styles.muted} ${styles.tiny}`}
              />
              <Words
                x={to}
                y={bottom + 14}
                lines={[ends[1]]}
                as={`${styles.muted} ${styles.tiny} ${styles.end}`}
              />
            </>
          ),
        };
      }}
    />
  );
}

type Place = {
  y: number;
  height: number;
  from: number;
  to: number;
  width: number;
  narrow: boolean;
};

function Row({ row, place }: { row: WeekRow; place: Place }) {
  const { y, height, from, to, width, narrow } = place;
  const foot = y + height - 6;
  const ceiling = narrow ? y + 44 : y + 6;
  const words = narrow ? y + 18 : foot - (row.before ? 30 : 16);
  const end = `${styles.muted} ${styles.tiny} ${styles.end}`;
  return (
    <>
      <Mark
        says={row.says}
        onOpen={row.onOpen}
        area={{
          x: narrow ? 0 : to + 4,
          y: y + 2,
          width: narrow ? width : width - to - 4,
          height: narrow ? 40 : height - 4,
        }}
      >
        <Words
          x={0}
          y={narrow ? words : foot}
          lines={[row.label]}
          as={`${styles.bold} ${styles[row.side]}`}
        />
        <Words x={width - 2} y={words} lines={[row.bold]} as={`${styles.bold} ${styles.end}`} />
        <Words x={width - 2} y={words + 15} lines={[row.muted]} as={end} />
        {row.before ? <Words x={width - 2} y={words + 29} lines={[row.before]} as={end} /> : null}
      </Mark>
      <WeekBars weeks={row.weeks} side={row.side} area={{ from, to, ceiling, foot }} most={null} />
    </>
  );
}

type BarsProps = {
  weeks: readonly WeekMark[];
  side: 'marketing' | 'sales';
  area: { from: number; to: number; ceiling: number; foot: number };
  /** What a bar of full height is; null: the highest. */
  most: number | null;
};

/** The bars of one row. */
export function WeekBars({ weeks, side, area: { from, to, ceiling, foot }, most }: BarsProps) {
  const y = between(0, most ?? Math.max(1, ...weeks.map(({ n, open }) => n + open)), foot, ceiling);
  const each = (to - from) / Math.max(1, weeks.length);
  const wide = Math.max(1, Math.min(each - Math.min(4, each / 4), 44));
  const fill = side === 'marketing' ? styles.fillMarketing : styles.fillSales;
  return (
    <>
      <line className={styles.grid} x1={from} x2={to} y1={foot + 0.5} y2={foot + 0.5} />
      {weeks.map((week, index) => {
        const x = from + index * each;
        const bar = { x: x + (each - wide) / 2, width: wide };
        return (
          <Mark
            key={week.key}
            says={week.says}
            onOpen={week.onOpen}
            area={{ x, y: ceiling - 2, width: each, height: foot - ceiling + 4 }}
          >
            {week.open > 0 ? (
              <rect
                className={classes(styles.bar, fill, styles.outlined)}
                {...bar}
                y={y(week.n + week.open)}
                height={y(week.n) - y(week.n + week.open)}
              />
            ) : null}
            <rect
              className={classes(styles.bar, fill)}
              {...bar}
              y={y(week.n)}
              height={foot - y(week.n)}
            />
          </Mark>
        );
      })}
    </>
  );
}
