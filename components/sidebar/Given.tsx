import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { Button } from '../ui/Button.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { verdicts } from '../ui/words.ts';
import styles from './Given.module.css';

type Props = {
  entry: FeedbackEntry;
  /** Still only on this device. */
  unsent: boolean;
  now: number;
  place: Place;
  changing: boolean;
  disarmed: string | null;
  onChange: () => void;
};

/** What was said, by whom, when; and a way to say otherwise, which keeps the history. */
export function Given({ entry, unsent, now, place, changing, disarmed, onChange }: Props) {
  if (!entry.verdict) return null;
  return (
    <div className={styles.given} data-given={entry.verdict}>
      <div className={styles.words}>
        <p>
          <span className={styles.what}>
            {verdicts()[entry.verdict].said}
            {entry.reason ? ': ' : ''}
            {entry.reason ? <bdi>{entry.reason}</bdi> : null}
          </span>
          <span className={styles.who}>
            {' '}
            {entry.mine ? 'by you' : 'by '}
            {entry.mine ? null : <bdi>{entry.by}</bdi>}{' '}
            <When at={entry.madeAt} now={now} place={place} />
            {entry.until ? `, until ${plainDay(entry.until, now, place)}` : ''}
            {unsent ? ', not sent yet' : ''}
          </span>
        </p>
        {entry.note ? (
          <p className={styles.note} dir="auto">
            {entry.note}
          </p>
        ) : null}
      </div>
      <Button
        kind="quiet"
        size="small"
        off={disarmed !== null}
        title={disarmed ?? undefined}
        aria-expanded={changing}
        data-action="change"
        onClick={onChange}
      >
        {changing ? 'Keep' : 'Change'}
      </Button>
    </div>
  );
}
