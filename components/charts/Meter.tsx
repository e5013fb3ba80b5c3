import styles from './Meter.module.css';

type Props = {
  value: number;
  /** What a full bar is. */
  most: number;
  /** Where a lead is handed over, on the same scale as the value. */
  line?: number;
  /** The interval that holds the value 95 times in 100. */
  range?: readonly [low: number, high: number];
};

/**
 * A number as a bar, with the line it has to cross; or, with a range, solid up to its low end, pale up to its high end, and a
 * mark at the value. Words say it beside.
 */
export function Meter({ value, most, line, range }: Props) {
  const share = (of: number) => Math.max(0, Math.min(1, of / Math.max(1, most)));
  const percent = (of: number) => `${(share(of) * 100).toFixed(1)}%`;
  return (
    <span className={styles.meter} aria-hidden="true">
      <span className={styles.fill} style={{ inlineSize: percent(range?.[0] ?? value) }} />
      {line === undefined ? null : (
        <span className={styles.line} style={{ insetInlineStart: percent(line) }} />
      )}
      {range ? (
        <>
          <span
            className={styles.range}
            style={{
              insetInlineStart: percent(range[0]),
              inlineSize: `${((share(range[1]) - share(range[0])) * 100).toFixed(1)}%`,
            }}
          />
          <span className={styles.here} style={{ insetInlineStart: percent(value) }} />
        </>
      ) : null}
    </span>
  );
}
