import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { measureAs } from './measure.ts';
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
