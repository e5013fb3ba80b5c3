import { useLayoutEffect, useRef } from 'react';
import { sayingWords } from '../../lib/words/saying.ts';
import { Button } from '../ui/Button.tsx';
import type { UndoView } from './props.ts';
import styles from './UndoBar.module.css';

type Props = {
  undo: UndoView;
  now: number;
  /** Cannot be pressed just now; the verdict bar says why. */
  off: boolean;
  onUndo: () => void;
  /** Called when the bar goes while its button had the focus. */
  onGone: () => void;
};

/** What was just said, and ten seconds to take it back. */
export function UndoBar({ undo, now, off, onUndo, onGone }: Props) {
  const t = sayingWords();
  const bar = useRef<HTMLDivElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;

  useLayoutEffect(() => {
    const mine = bar.current;
    return () => {
      if (mine?.contains(document.activeElement)) gone.current();
    };
  }, []);

  const left = Math.max(0, Math.ceil((undo.until - now) / 1000));
  return (
    <div ref={bar} className={styles.undo} data-undo="">
      <p role="status" className={styles.what}>
        <bdi>{undo.label}</bdi>
      </p>
      <Button size="small" data-action="undo" off={off} onClick={onUndo}>
        {t.undo} <span aria-hidden="true">{t.seconds(left)}</span>
      </Button>
    </div>
  );
}
