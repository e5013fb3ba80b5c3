import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes.ts';

type Props = {
  /** Whose word it is. Outlined means open or not accepted. */
  side?: 'marketing' | 'sales' | 'both';
  outlined?: boolean;
  title?: string;
  children: ReactNode;
};

/** One short fact in a rounded frame. */
export function Chip({ side = 'both', outlined, title, children }: Props) {
  return (
    <span className={classes(styles.chip, styles[side], outlined && styles.outlined)} title={title}>
      {children}
    </span>
  );
}
