import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Confirm.module.css';

type Props = {
  title: string;
  /** What will happen, and what is safe. */
  children: ReactNode;
  /** The button that does it, where it is not among the children; and the one that does not. */
  act?: string;
  keep: string;
  onAct?: () => void;
  /** Also on Esc. The browser gives the focus back to where it was. */
  onKeep: () => void;
};

/** Asks once before something that cannot be taken back. Shown as long as it is rendered. */
export function Confirm({ title, children, act, keep, onAct, onKeep }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element goes: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.confirm} aria-label={title} onCancel={onKeep}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      <div className={styles.buttons}>
        <Button data-action="keep" onClick={onKeep}>
          {keep}
        </Button>
        {act ? (
          <Button kind="quiet" data-action="act" onClick={onAct}>
            {act}
          </Button>
        ) : null}
      </div>
    </dialog>
  );
}
