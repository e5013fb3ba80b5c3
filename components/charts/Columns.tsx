import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { measureAs } from './measure.ts';
import { Promised } from './RateRows.tsx';
import { between, type Share } from './scale.ts';

export type Column = {
  key: string;
  /** Under the column. */
  name: string;
  rate: Share | null;
  /** What was promised of these: a dash across. */
  promised: number | null;
  /** How many it stands for, as it is written. */
  n: string;
  says: string;
  onOpen: (() => void) | null;
};

type Props = {
  label: string;
  note: string;
  columns: readonly Column[];
  /** What is counted upwards, and what the numbers below are. */
  axis: string;
  nName: string;
  /** Of all of them together. */
  line: { share: number; label: string } | null;
};

const TICKS = [0, 0.5, 1];
const TOP = 28;
const TALL = 132;

/** Rates side by side, in time or in order: a dot with its interval, and a dashed line of what was promised of each. */
export function Columns({ label, note, columns, axis, nName, line }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const from = 30;
        const each = (width - from) / Math.max(1, columns.length);
        const y = between(0, 1, TOP + TALL, TOP);
        const small = `${styles.muted} ${styles.tiny}`;
        const widest = Math.max(
          ...columns.map(({ name, n }) => Math.max(...[name, n].map(measureAs(11)))),
        );
        // Names need room; the last one always has it.
        const every = Math.max(1, Math.ceil((widest + 6) / each));
        const named = (index: number) => (columns.length - 1 - index) % every === 0;
        return {
          height: TOP + TALL + 38,
          plot: (
            <>
              <g>
                <Words x={0} y={12} lines={[axis]} as={styles.tiny} />
                {TICKS.map((tick) => (
                  <g key={tick}>
                    <line className={styles.grid} x1={from} x2={width} y1={y(tick)} y2={y(tick)} />
                    <Words
                      x={from - 6}
                      y={y(tick) + 4}
                      lines={[`${tick * 100}`]}
                      as={`${small} ${styles.end}`}
                    />
                  </g>
                ))}
                {line ? (
                  <>
                    <line
                      className={styles.promise}
                      x1={from}
                      x2={width}
                      y1={y(line.share)}
                      y2={y(line.share)}
                    />
                    <Words
                      x={width}
                      y={y(line.share) - 5}
                      lines={[line.label]}
                      as={`${styles.tiny} ${styles.end}`}
                    />
                  </>
                ) : null}
                <Words x={0} y={TOP + TALL + 34} lines={[nName]} as={small} />
              </g>
              {columns.map((column, index) => (
                <Mark
                  key={column.key}
                  says={column.says}
                  onOpen={column.onOpen}
                  area={{ x: from + index * each, y: TOP - 4, width: each, height: TALL + 42 }}
                >
                  <Rate column={column} x={from + (index + 0.5) * each} each={each} y={y} />
                  {named(index) ? (
                    <>
                      <Words
                        x={from + (index + 0.5) * each}
                        y={TOP + TALL + 18}
                        lines={[column.name]}
                        as={`${small} ${styles.middle}`}
                      />
                      <Words
                        x={from + (index + 0.5) * each}
                        y={TOP + TALL + 34}
                        lines={[column.n]}
                        as={`${styles.tiny} ${styles.middle} ${column.rate ? '' : styles.muted}`}
                      />
                    </>
                  ) : null}
                </Mark>
              ))}
            </>
          ),
        };
      }}
    />
  );
}

type RateProps = { column: Column; x: number; each: number; y: (share: number) => number };

function Rate({ column: { rate, promised }, x, each, y }: RateProps) {
  const half = Math.min(each / 2 - 2, 12);
  return (
    <>
      {promised === null ? null : (
        <line
          className={styles.promise}
          x1={x - half}
          x2={x + half}
          y1={y(promised)}
          y2={y(promised)}
        />
      )}
      {rate ? (
        <>
          <line className={styles.fillSales} x1={x} x2={x} y1={y(rate.high)} y2={y(rate.low)} />
          <circle
            className={styles.fillSales}
            cx={x}
            cy={y(rate.share)}
            r={Math.min(4.5, each / 3)}
          />
        </>
      ) : null}
    </>
  );
}

type StripProps = {
  label: string;
  note: string;
  rate: Share;
  promise: { share: number; label: string };
  percent: (share: number) => string;
  says: string;
  onOpen: (() => void) | null;
};

/** One rate on a short scale around it, with its interval and the promise. */
export function Strip({ label, note, rate, promise, percent, says, onOpen }: StripProps) {
  const least = Math.max(0, Math.floor((Math.min(rate.low, promise.share) - 0.08) * 10) / 10);
  const most = Math.min(1, Math.ceil((Math.max(rate.high, promise.share) + 0.08) * 10) / 10);
  const ticks = Array.from(
    { length: Math.round((most - least) * 10) + 1 },
    (_, n) => least + n / 10,
  );
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const x = between(least, most, 16, width - 20);
        const every = Math.ceil((ticks.length * 40) / width);
        return {
          height: 58,
          plot: (
            <>
              <g>
                <line className={styles.axis} x1={x(least)} x2={x(most)} y1="40.5" y2="40.5" />
                {ticks.map((tick, index) =>
                  (ticks.length - 1 - index) % every === 0 ? (
                    <Words
                      key={tick.toFixed(1)}
                      x={x(tick)}
                      y={56}
                      lines={[
                        index === ticks.length - 1 ? percent(tick) : `${Math.round(tick * 100)}`,
                      ]}
                      as={`${styles.muted} ${styles.tiny} ${styles.middle}`}
                    />
                  ) : null,
                )}
                <Promised {...promise} x={x(promise.share)} ends={[22, 42]} of={width} />
              </g>
              <Mark
                says={says}
                onOpen={onOpen}
                area={{ x: x(rate.low), y: 20, width: x(rate.high) - x(rate.low), height: 24 }}
              >
                <rect
                  className={`${styles.fillSales} ${styles.soft}`}
                  x={x(rate.low)}
                  y="26"
                  width={x(rate.high) - x(rate.low)}
                  height="10"
                />
                <line
                  className={styles.fillSales}
                  strokeWidth="3"
                  x1={x(rate.share)}
                  x2={x(rate.share)}
                  y1="22"
                  y2="40"
                />
              </Mark>
            </>
          ),
        };
      }}
    />
  );
}
