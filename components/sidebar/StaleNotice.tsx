import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import type { LeadState } from './props.ts';
import styles from './StaleNotice.module.css';

type Props = {
  stale: NonNullable<LeadState['stale']>;
  now: number;
  place: Place;
  onRetry: () => void;
};

/** What follows is what was seen before. */
export function StaleNotice({ stale, now, place, onRetry }: Props) {
  const t = readingWords();
  return (
    <p className={styles.stale} role="status" title={stale.problem?.detail}>
      <span>
        <Fill text={t.stale} when={<When at={stale.seenAt} now={now} place={place} />} />
      </span>
      <Button kind="link" onClick={onRetry}>
        {t.tryAgain}
      </Button>
    </p>
  );
}
