import { type ReactNode, useId } from 'react';
import styles from './Choices.module.css';
import { classes } from './classes.ts';
import text from './text.module.css';

type Choice<T extends string> = { value: T; label: ReactNode };

type Props<T extends string> = {
  /** The question the group answers; read first, shown unless `quiet`. */
  legend: string;
  quiet?: boolean;
  choices: readonly Choice<T>[];
  chosen: T | null;
  onChoose: (value: T) => void;
  /** Whose colour the chosen one takes. */
  side?: 'sales' | 'marketing';
  error?: string | null;
  /** Puts the focus on the group as soon as it appears. */
  focusFirst?: boolean;
};

/** One of a few, as chips: real radio buttons, so arrow keys and screen readers know what to do. */
export function Choices<T extends string>(props: Props<T>) {
  const { legend, quiet, choices, chosen, onChoose, side = 'sales', error, focusFirst } = props;
  const id = useId();
  return (
    <div
      className={classes(styles.group, styles[side])}
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <p id={`${id}-legend`} className={quiet ? text.hidden : styles.legend}>
        {legend}
      </p>
      <div className={styles.chips}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.chip}>
            <input
              ref={focusFirst && index === 0 ? focusOnce : undefined}
              type="radio"
              name={id}
              value={choice.value}
              checked={chosen === choice.value}
              onChange={() => onChoose(choice.value)}
              className={styles.radio}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** A form that somebody just opened takes the focus where the first answer is. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true });
