import { classes } from '../ui/classes.ts';
import styles from './Plot.module.css';
import { at, rowsFor } from './scale.ts';

/** Some verdicts that were promised about the same. All as shares of one. */
export type PromisedMark = {
  key: string;
  promised: number;
  accepted: number;
  low: number;
  high: number;
  n: number;
  /** Too few to call it a rate: drawn hollow. */
  few: boolean;
};

type Props = {
  marks: readonly PromisedMark[];
  label: string;
  /** What is counted upwards, and what to the right. */
  axes: { accepted: string; promised: string };
};

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const ROW = 16;

/** Promised against accepted: on the dashed line promises are kept, below it they were too high. */
export function Promises({ marks, label, axes }: Props) {
  const sorted = [...marks].sort((a, b) => a.promised - b.promised);
  const rows = rowsFor(
    sorted.map(({ promised }) => promised),
    0.11,
  );
  return (
    <div className={styles.plot} role="img" aria-label={label}>
      <span className={styles.unit}>{axes.accepted}</span>
      <span className={styles.side}>
        {TICKS.map((tick) => (
          <span key={tick} style={{ insetBlockStart: at(1 - tick) }}>
            {tick * 100}
          </span>
        ))}
      </span>
      <svg className={styles.canvas} height="200" aria-hidden="true">
        {TICKS.map((tick) => (
          <line
            key={tick}
            className={styles.grid}
            x1="0"
            x2="100%"
            y1={at(1 - tick)}
            y2={at(1 - tick)}
          />
        ))}
        <line className={styles.promise} x1="0" y1="100%" x2="100%" y2="0" />
        {sorted.map((mark) => (
          <Mark key={mark.key} mark={mark} />
        ))}
      </svg>
      <Under height={ROW}>
        {TICKS.map((tick) => (
          <span key={tick} style={{ insetInlineStart: at(tick) }}>
            {tick * 100}
          </span>
        ))}
      </Under>
      <span className={styles.name}>n</span>
      <Under height={ROW * (Math.max(0, ...rows) + 1)}>
        {sorted.map((mark, index) => (
          <span
            key={mark.key}
            style={{
              insetInlineStart: at(mark.promised),
              insetBlockStart: (rows[index] ?? 0) * ROW,
            }}
          >
            {mark.n}
          </span>
        ))}
      </Under>
      <span className={styles.end}>{axes.promised}</span>
    </div>
  );
}

function Mark({ mark }: { mark: PromisedMark }) {
  const x = at(mark.promised);
  return (
    <g>
      <line
        className={styles.interval}
        x1={x}
        x2={x}
        y1={at(1 - mark.high)}
        y2={at(1 - mark.low)}
      />
      <circle
        className={classes(styles.mark, mark.few && styles.few)}
        cx={x}
        cy={at(1 - mark.accepted)}
        r="4.5"
      />
    </g>
  );
}

/** A row of labels below the plot. */
export function Under({ height, children }: { height: number; children: React.ReactNode }) {
  return (
    <span className={styles.under} style={{ blockSize: height }}>
      {children}
    </span>
  );
}
