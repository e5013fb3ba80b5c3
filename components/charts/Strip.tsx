import styles from './Drawing.module.css';
import { Drawing } from './Drawing.tsx';
import { Mark, Words } from './Mark.tsx';
import { Promised } from './RateRows.tsx';
import { between, type Share } from './scale.ts';

type Props = {
  label: string;
  note: string;
  rate: Share;
  promise: { share: number; label: string };
  percent: (share: number) => string;
  says: string;
  onOpen: (() => void) | null;
};

/** One rate on a short scale around it, with its interval and the promise. */
export function Strip({ label, note, rate, promise, percent, says, onOpen }: Props) {
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
