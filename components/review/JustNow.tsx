import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import styles from './JustNow.module.css';
import type { ReviewDeskProps } from './props.ts';

type Props = Pick<ReviewDeskProps, 'undo' | 'progress' | 'now'> & {
  onUndo: () => void;
  /** Called when the bar goes while its button had the focus. */
  onGone: () => void;
};

/** What is being saved, or was saved a moment ago and can be taken back. Lies over the list, so that nothing jumps. */
export function JustNow({ undo, progress, now, onUndo, onGone }: Props) {
  const t = reviewWords();
  if (progress) {
    return (
      <div className={styles.bar} data-progress="">
        <label className={styles.what}>
          {t.savingOf(progress.done, progress.of)}
          <progress className={styles.progress} value={progress.done} max={progress.of} />
        </label>
      </div>
    );
  }
  if (!undo || undo.until <= now) return null;
  const left = Math.max(1, Math.ceil((undo.until - now) / 1000));
  return (
    <Bar onGone={onGone}>
      <p className={styles.what}>{t.answeredJustNow(undo.feedbackIds.length)}</p>
      <Button size="small" keys="U" aria-keyshortcuts="u" data-action="undo" onClick={onUndo}>
        {uiWords().undo} <span aria-hidden="true">{t.seconds(left)}</span>
      </Button>
    </Bar>
  );
}

function Bar({ onGone, children }: Pick<Props, 'onGone'> & { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;
  useLayoutEffect(() => {
    const mine = bar.current;
    return () => {
      if (mine?.contains(document.activeElement)) gone.current();
    };
  }, []);
  return (
    <div ref={bar} className={styles.bar} data-undo="">
      {children}
    </div>
  );
}
