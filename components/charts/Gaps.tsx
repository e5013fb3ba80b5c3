import { classes } from '../ui/classes.ts';
import styles from './Plot.module.css';
import { at } from './scale.ts';

/** How far promises were off in one stretch of time, as shares of one: above 0 too much was promised. */
export type GapMark = {
  key: string;
  label: string;
  gap: number;
  low: number;
  high: number;
  n: number;
  few: boolean;
};

type Props = {
  marks: readonly GapMark[];
  label: string;
  /** What is counted upwards. */
  axis: string;
};

/** Promised minus accepted over time: on the line promises were kept. */
export function Gaps({ marks, label, axis }: Props) {
  const widest = Math.max(
    0.1,
    ...marks.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
  );
  const most = Math.min(1, Math.ceil(widest * 10) / 10);
  const y = (gap: number) => at(0.5 - gap / most / 2);
  const x = (index: number) => (index + 0.5) / marks.length;
  const ticks = [most, 0, -most];
  // Side by side labels need a finger's breadth each; every second one is enough to count from.
  const every = Math.ceil(marks.length / 8);
  return (
    <div className={styles.plot} role="img" aria-label={label}>
      <span className={styles.unit}>{axis}</span>
      <span className={styles.side}>
        {ticks.map((tick) => (
          <span key={tick} style={{ insetBlockStart: y(tick) }}>
            {tick > 0 ? '+' : tick < 0 ? '−' : ''}
            {Math.round(Math.abs(tick) * 100)}
          </span>
        ))}
      </span>
      <svg className={styles.canvas} height="160" aria-hidden="true">
        {ticks.map((tick) => (
          <line
            key={tick}
            className={tick === 0 ? styles.promise : styles.grid}
            x1="0"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        {marks.map((mark, index) => (
          <g key={mark.key}>
            <line
              className={styles.interval}
              x1={at(x(index))}
              x2={at(x(index))}
              y1={y(mark.high)}
              y2={y(mark.low)}
            />
            <circle
              className={classes(styles.mark, mark.few && styles.few)}
              cx={at(x(index))}
              cy={y(mark.gap)}
              r="4.5"
            />
          </g>
        ))}
      </svg>
      <span />
      <Labels marks={marks} x={x} text={(mark, index) => (index % every === 0 ? mark.label : '')} />
      <span className={styles.name}>n</span>
      <Labels marks={marks} x={x} text={(mark) => mark.n} />
    </div>
  );
}

type LabelsProps = {
  marks: readonly GapMark[];
  x: (index: number) => number;
  text: (mark: GapMark, index: number) => string | number;
};

function Labels({ marks, x, text }: LabelsProps) {
  return (
    <span className={styles.under} style={{ blockSize: 16 }}>
      {marks.map((mark, index) => (
        <span key={mark.key} style={{ insetInlineStart: at(x(index)) }}>
          {text(mark, index)}
        </span>
      ))}
    </span>
  );
}
