import { useRef, useState } from 'react';
import { storeWords } from '../../lib/words/store.ts';
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
  const t = storeWords().page;
  const [said, setSaid] = useState<'copied' | 'selected' | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('copied');
    } catch {
      // Not allowed to: leave the one key to the person.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid('selected');
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
          aria-label={t.copyOf(label)}
          data-action="copy"
          onClick={() => void copy()}
        >
          {said === 'copied' ? t.copied : t.copy}
        </Button>
      </div>
      <p role="status" className={said === 'copied' ? text.hidden : styles.note}>
        {said ? t[said] : ''}
      </p>
      {note ? <p className={styles.note}>{note}</p> : null}
    </div>
  );
}
