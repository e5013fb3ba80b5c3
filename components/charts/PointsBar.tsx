import { classes } from '../ui/classes.ts';
import styles from './PointsBar.module.css';

type Props = {
  points: number;
  /** The largest absolute value among its neighbours: a full bar. */
  most: number;
};

/** One line's weight: filled raises, outlined lowers. The number beside it says the same, so it is decoration. */
export function PointsBar({ points, most }: Props) {
  const share = most === 0 ? 0 : Math.min(1, Math.abs(points) / most);
  return (
    <span className={styles.track} aria-hidden="true">
      {points === 0 ? null : (
        <span
          className={classes(styles.bar, points < 0 && styles.minus)}
          style={{ inlineSize: `max(3px, ${(share * 100).toFixed(1)}%)` }}
        />
      )}
    </span>
  );
}
