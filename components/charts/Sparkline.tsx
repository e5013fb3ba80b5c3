/**
 * components/charts: small plots that answer one question each.
 *
 * In: numbers. Out: SVG in the colours of the tokens, and a sentence that says the same.
 */
import styles from './Sparkline.module.css';

type Props = {
  /** Oldest first. */
  values: number[];
  /** The promise or threshold, drawn as a dashed ink line. */
  line: number;
  /** Says what the picture shows. */
  label: string;
};

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 3;

/** The way a number went, with the line it has to cross. */
export function Sparkline({ values, line, label }: Props) {
  const low = Math.min(0, line, ...values);
  const high = Math.max(1, line, ...values);
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1);
  const y = (value: number) => HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / (high - low);
  const last = values.at(-1);
  if (last === undefined) return null;
  const path = values
    .map((value, index) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('L');
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className={styles.threshold} d={`M0 ${y(line).toFixed(1)}H${WIDTH}`} />
      <path className={styles.trend} d={`M${path}`} />
      <circle className={styles.now} cx={x(values.length - 1)} cy={y(last)} r="2.5" />
    </svg>
  );
}
