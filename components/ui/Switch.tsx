import { uiWords } from '../../lib/words/ui.ts';
import { classes } from './classes.ts';
import styles from './Switch.module.css';

type Props = {
  on: boolean;
  /** Ids of the elements that say what is switched, and what more there is to know of it. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** Being switched: stays where it is, cannot be pressed again. */
  busy?: boolean;
  /** Called inside the click. */
  onSwitch: (on: boolean) => void;
};

/** On or off, and it takes effect at once. Shape and word say which; colour only repeats it. */
export function Switch({ on, labelledBy, describedBy, busy, onSwitch }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-action="switch"
      className={styles.switch}
      onClick={() => (busy ? undefined : onSwitch(!on))}
    >
      <span className={styles.word} aria-hidden="true">
        {on ? uiWords().on : uiWords().off}
      </span>
      <span className={classes(styles.track, on && styles.on)} aria-hidden="true">
        <span className={styles.knob} />
      </span>
    </button>
  );
}
