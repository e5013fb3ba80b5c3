import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  /** `sales`, `marketing` and `both` (agreed by both sides) are the one primary action of a screen; `quiet` has no edge. */
  kind?: 'plain' | 'sales' | 'marketing' | 'both' | 'quiet' | 'link';
  size?: 'normal' | 'small';
  /** Grows to fill its row. */
  wide?: boolean;
  /** Being done: stays where it is, cannot be pressed again. */
  busy?: boolean;
  /** Cannot be pressed now, but still found and read. Say why with `aria-describedby`. */
  off?: boolean;
  /** Keys that press it, shown inside. */
  keys?: ReactNode;
};

/** A button. `off` and `busy` keep the focus, so that nobody loses their place. */
export function Button({
  kind = 'plain',
  size = 'normal',
  wide,
  busy,
  off,
  keys,
  children,
  onClick,
  type = 'button',
  ...rest
}: Props) {
  const still = off || busy;
  return (
    <button
      {...rest}
      type={type}
      className={classes(styles.button, styles[kind], styles[size], wide && styles.wide)}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => (still ? event.preventDefault() : onClick?.(event))}
    >
      <span>{children}</span>
      {keys ? (
        <span className={styles.keys} aria-hidden="true">
          {keys}
        </span>
      ) : null}
    </button>
  );
}
