import { classes } from '../ui/classes.ts';
import styles from './RateDot.module.css';
import { at } from './scale.ts';

type Props = {
  /** A share of one, with the interval that holds it 95 times in 100. */
  rate: { share: number; low: number; high: number };
  /** Where its neighbour is: a line leads there. */
  to?: number;
  hollow?: boolean;
};

/** A rate on a scale from never to always, with its interval. The words beside say the same. */
export function RateDot({ rate, to, hollow }: Props) {
  return (
    <svg className={styles.dot} height="18" aria-hidden="true">
      <line className={styles.track} x1="0" x2="100%" y1="50%" y2="50%" />
      {to === undefined ? null : (
        <line className={styles.to} x1={at(to)} x2={at(to)} y1="0" y2="100%" />
      )}
      <line className={styles.interval} x1={at(rate.low)} x2={at(rate.high)} y1="50%" y2="50%" />
      <circle
        className={classes(styles.mark, hollow && styles.hollow)}
        cx={at(rate.share)}
        cy="50%"
        r="4.5"
      />
    </svg>
  );
}
