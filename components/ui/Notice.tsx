import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

type Props = {
  /** `strong` has an ink edge: read this first. `marketing` and `sales` say who speaks. */
  tone?: 'plain' | 'strong' | 'marketing' | 'sales';
  /** `alert` interrupts, `status` waits for a pause; leave out for what was there from the start. */
  role?: 'alert' | 'status';
  children: ReactNode;
};

/** A few sentences with an edge that says how much they matter. */
export function Notice({ tone = 'plain', role, children }: Props) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={role}>
      {children}
    </div>
  );
}
