import { type ReactNode, useEffect, useRef } from 'react';
import { scoreWords } from '../../lib/words/score.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { useSaving } from '../ui/use-saving.ts';
import type { Saving } from '../ui/views.ts';
import styles from './PutIn.module.css';

type Props = {
  /** What goes into the draft, for who listens: `Attended a webinar, 15`. */
  what: string;
  /** It is in there. */
  done: boolean;
  onPut: () => Saving;
  /** The other way out, beside it. */
  children?: ReactNode;
};

/** Puts one change in the draft, and says so when it is there. */
export function PutIn({ what, done, onPut, children }: Props) {
  const t = scoreWords().putIn;
  const saving = useSaving();
  const said = useRef<HTMLParagraphElement>(null);

  // The button gives way to the word that it is done, and the focus goes along.
  const before = useRef(done);
  useEffect(() => {
    const fresh = done && !before.current && document.activeElement === document.body;
    before.current = done;
    if (fresh) said.current?.focus({ preventScroll: true });
  }, [done]);

  return (
    <div className={styles.put}>
      {done ? (
        <p ref={said} tabIndex={-1} className={styles.done}>
          <Fill text={t.done} what={<span className={text.hidden}>: {what}</span>} />
        </p>
      ) : (
        <div className={styles.buttons}>
          <Button
            size="small"
            busy={saving.busy}
            data-action="put-in-draft"
            aria-label={t.putOf(what)}
            onClick={() => void saving.run(onPut)}
          >
            {saving.busy ? t.putting : t.put}
          </Button>
          {children}
        </div>
      )}
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.nothingChanged} /> : null}
    </div>
  );
}
