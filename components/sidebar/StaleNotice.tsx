import { Button } from '../ui/Button.tsx';
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
  return (
    <p className={styles.stale} role="status" title={stale.problem?.detail}>
      <span>
        Seen <When at={stale.seenAt} now={now} place={place} />, the store does not answer.
      </span>
      <Button kind="link" onClick={onRetry}>
        Try again
      </Button>
    </p>
  );
}
