import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import text from '../ui/text.module.css';
import styles from './Secret.module.css';

type Props = {
  label: string;
  value: string;
  /** What is said of it under it. */
  note?: string | undefined;
  /** Read out or typed by somebody: larger. */
  large?: boolean;
};

/** Something to carry elsewhere: shown whole, copied with one press. */
export function Secret({ label, value, note, large }: Props) {
  const shown = useRef<HTMLOutputElement>(null);
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied');
    } catch {
      // Not allowed to: leave the one key to the person.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid('Selected; press Ctrl or ⌘ and C');
    }
  }

  return (
    <div className={styles.secret} data-secret={label}>
      <p className={styles.label}>{label}</p>
      <div className={styles.row}>
        <output ref={shown} className={large ? styles.large : styles.value} dir="ltr">
          {value}
        </output>
        <Button
          size="small"
          aria-label={`Copy: ${label}`}
          data-action="copy"
          onClick={() => void copy()}
        >
          {said === 'Copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className={said === 'Copied' ? text.hidden : styles.note}>
        {said}
      </p>
      {note ? <p className={styles.note}>{note}</p> : null}
    </div>
  );
}
