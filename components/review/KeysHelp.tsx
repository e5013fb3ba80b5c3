import { useLayoutEffect, useRef } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import styles from './KeysHelp.module.css';

type Props = { single: boolean; onSingle: (on: boolean) => void; onClose: () => void };

/** All keys of the desk, and a switch for those who talk to their computer or press keys by accident. */
export function KeysHelp({ single, onSingle, onClose }: Props) {
  const t = reviewWords();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element goes: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.help} aria-label={t.keys} onCancel={onClose}>
      <h2 className={styles.title}>{t.keys}</h2>
      <dl className={styles.keys}>
        {Object.values(t.keyHelp).map(([key, does]) => (
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
        {t.singleKeys}
      </label>
      <Button data-action="close-keys" onClick={onClose}>
        {uiWords().close}
      </Button>
    </dialog>
  );
}
