import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { between, rowsFor, type Share } from './scale.ts';

export type Dot = {
  key: string;
  promised: number;
  /** Null: too few for a rate; its n is still written below. */
  rate: Share | null;
  /** Handed over from below the line, to see what it misses. */
  audit: boolean;
  /** How many it stands for, as it is written. */
  n: string;
  says: string;
  onOpen: (() => void) | null;
};

type Props = {
  label: string;
  note: string;
  dots: readonly Dot[];
  axes: { accepted: string; promised: string; n: string };
};

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const TOP = 28;
const TALL = 188;

/** Promised against what came: on the dashed line promises are kept, below it they were too high. */
export function Scatter({ label, note, dots, axes }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const x = between(0, 1, 30, width - 14);
        const y = between(0, 1, TOP + TALL, TOP);
        const sorted = [...dots].sort((a, b) => a.promised - b.promised);
        const rows = rowsFor(
          sorted.map(({ promised }) => x(promised)),
          34,
        );
        const under = TOP + TALL + 34;
        const bottom = under + Math.max(0, ...rows) * 16;
        return {
          height: bottom + 24,
          plot: (
            <>
              <Axes x={x} y={y} axes={axes} width={width} under={under} bottom={bottom} />
              {sorted.map((dot, index) => {
                const at = x(dot.promised);
                const row = under + (rows[index] ?? 0) * 16;
                return (
                  <Mark
                    key={dot.key}
                    says={dot.says}
                    onOpen={dot.onOpen}
                    area={{ x: at - 13, y: TOP - 4, width: 26, height: row - TOP + 8 }}
                  >
                    {dot.rate ? <Shown dot={dot} rate={dot.rate} at={at} y={y} /> : null}
                    <Words
                      x={at}
                      y={row}
                      lines={[dot.n]}
                      as={`${styles.tiny} ${styles.middle} ${dot.rate ? '' : styles.muted}`}
                    />
                  </Mark>
                );
              })}
            </>
          ),
        };
      }}
    />
  );
}

type ShownProps = { dot: Dot; rate: Share; at: number; y: (share: number) => number };

function Shown({ dot, rate, at, y }: ShownProps) {
  return (
    <>
      <line className={styles.fillBoth} x1={at} x2={at} y1={y(rate.high)} y2={y(rate.low)} />
      <circle
        className={classes(styles.fillBoth, dot.audit && styles.outlined)}
        cx={at}
        cy={y(rate.share)}
        r="4.5"
      />
    </>
  );
}

type AxesProps = {
  x: (share: number) => number;
  y: (share: number) => number;
  axes: Props['axes'];
  width: number;
  under: number;
  bottom: number;
};

function Axes({ x, y, axes, width, under, bottom }: AxesProps) {
  const small = `${styles.muted} ${styles.tiny}`;
  return (
    <g>
      <Words x={0} y={12} lines={[axes.accepted]} as={styles.tiny} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <Words
            x={x(0) - 6}
            y={y(tick) + 4}
            lines={[`${tick * 100}`]}
            as={`${small} ${styles.end}`}
          />
          <Words
            x={x(tick)}
            y={y(0) + 16}
            lines={[`${tick * 100}`]}
            as={`${small} ${styles.middle}`}
          />
        </g>
      ))}
      <line className={styles.promise} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <Words x={0} y={under} lines={[axes.n]} as={small} />
      <Words
        x={width}
        y={bottom + 18}
        lines={[axes.promised]}
        as={`${styles.tiny} ${styles.end}`}
      />
    </g>
  );
}
