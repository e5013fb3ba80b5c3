import styles from './Meter.module.css';

type Props = { value: number; line: number };

/** How far to the line: the bar is the points, the tick is where a lead is handed over. Words say it beside. */
export function Meter({ value, line }: Props) {
  const most = Math.max(value, line * 1.4, 1);
  const share = (of: number) => `${(Math.max(0, Math.min(1, of / most)) * 100).toFixed(1)}%`;
  return (
    <span className={styles.meter} aria-hidden="true">
      <span className={styles.fill} style={{ inlineSize: share(value) }} />
      <span className={styles.line} style={{ insetInlineStart: share(line) }} />
    </span>
  );
}
