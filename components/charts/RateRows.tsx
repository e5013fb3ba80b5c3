import { classes } from '../ui/classes.ts';
import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { RowWords } from './RowWords.tsx';
import { layRows, type Placed, type RowText } from './rows.ts';
import { between, type Share } from './scale.ts';

export type RateRow = RowText & {
  says: string;
  /** Null: too few for a rate, which `few` says. */
  rate: Share | null;
  few: string;
  /** Another rate beside it, hollow: the same without. */
  other?: Share | null;
  /** Whose leads these are, where rows differ in that. */
  side?: 'marketing' | 'sales';
  onOpen: (() => void) | null;
};

type Props = {
  label: string;
  note: string;
  rows: readonly RateRow[];
  promise: { share: number; label: string } | null;
};

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Rates one under the other: a dot with its interval, against what is promised. */
export function RateRows({ label, note, rows, promise }: Props) {
  return (
    <Drawing
      label={label}
      note={note}
      paint={({ width }) => {
        const top = promise ? 22 : 6;
        const laid = layRows(rows, width, top);
        const x = between(0, 1, laid.from, laid.to);
        const bottom = laid.bottom + 4;
        return {
          height: bottom + 20,
          plot: (
            <>
              <g>
                {TICKS.map((tick) => (
                  <g key={tick}>
                    <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
                    <Words
                      x={x(tick)}
                      y={bottom + 14}
                      lines={[tick === 1 ? '100\u00a0%' : `${tick * 100}`]}
                      as={`${styles.muted} ${styles.tiny} ${styles.middle}`}
                    />
                  </g>
                ))}
                {promise ? (
                  <Promised {...promise} x={x(promise.share)} ends={[top, bottom]} of={width} />
                ) : null}
              </g>
              {laid.placed.map((at) => (
                <Mark
                  key={at.row.key}
                  says={at.row.says}
                  onOpen={at.row.onOpen}
                  area={{ x: 0, y: at.y, width, height: at.height }}
                >
                  <RowWords at={at} rows={laid} side={at.row.side} />
                  <Dots at={at} x={x} room={laid.to - laid.from} />
                </Mark>
              ))}
            </>
          ),
        };
      }}
    />
  );
}

type PromisedProps = { label: string; x: number; ends: [number, number]; of: number };

/** A dashed line with its words above it, inside the paper. */
export function Promised({ label, x, ends: [top, bottom], of }: PromisedProps) {
  const anchor = x > of * 0.7 ? styles.end : x < of * 0.3 ? styles.start : styles.middle;
  return (
    <>
      <line className={styles.promise} x1={x} x2={x} y1={top - 4} y2={bottom} />
      <Words x={x} y={top - 8} lines={[label]} as={`${styles.tiny} ${anchor}`} />
    </>
  );
}

type DotsProps = { at: Placed<RateRow>; x: (share: number) => number; room: number };

function Dots({ at: { row, middle }, x, room }: DotsProps) {
  const { rate, other, side } = row;
  const fill = side === 'marketing' ? styles.fillMarketing : styles.fillSales;
  if (!rate) {
    return (
      <Words
        x={x(0) + (room < 120 ? 0 : 6)}
        y={middle + 4}
        lines={[row.few]}
        as={`${styles.muted} ${styles.tiny} ${styles.halo}`}
      />
    );
  }
  return (
    <g>
      {other ? (
        <>
          <line
            className={styles.axis}
            x1={x(other.share)}
            x2={x(rate.share)}
            y1={middle}
            y2={middle}
          />
          <circle
            className={classes(fill, styles.outlined)}
            cx={x(other.share)}
            cy={middle}
            r="4"
          />
        </>
      ) : null}
      <line className={fill} x1={x(rate.low)} x2={x(rate.high)} y1={middle} y2={middle} />
      {[rate.low, rate.high].map((end, index) => (
        <line
          key={index === 0 ? 'low' : 'high'}
          className={fill}
          x1={x(end)}
          x2={x(end)}
          y1={middle - 3}
          y2={middle + 3}
        />
      ))}
      <circle className={fill} cx={x(rate.share)} cy={middle} r="4.5" />
    </g>
  );
}
