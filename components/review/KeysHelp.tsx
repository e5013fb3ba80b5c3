import { useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './KeysHelp.module.css';

type Props = { single: boolean; onSingle: (on: boolean) => void; onClose: () => void };

const KEYS = [
  ['J, K', 'next and previous line'],
  ['Enter', 'open the line'],
  ['1 to 4', 'choose the kind of answer'],
  ['R', 'write the reply'],
  ['Ctrl Enter', 'send and go to the next'],
  ['?', 'these keys'],
] as const;

/** All keys of the desk, and a switch for those who talk to their computer or press keys by accident. */
export function KeysHelp({ single, onSingle, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element goes: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.help} aria-label="Keys" onCancel={onClose}>
      <h2 className={styles.title}>Keys</h2>
      <dl className={styles.keys}>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => onSingle(event.target.checked)}
        />
        Single keys work. They rest while you type.
      </label>
      <Button data-action="close-keys" onClick={onClose}>
        Close
      </Button>
    </dialog>
  );
}
