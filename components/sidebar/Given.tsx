import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { verdicts } from '../ui/words.ts';
import styles from './Given.module.css';
import { sleepSaid } from './said-words.ts';

type Props = {
  entry: FeedbackEntry;
  card: LeadCard;
  /** Still only on this device. */
  unsent: boolean;
  now: number;
  place: Place;
  changing: boolean;
  disarmed: string | null;
  onChange: () => void;
};

/** What was said, by whom, when; and a way to say otherwise, which keeps the history. */
export function Given(props: Props) {
  const { entry, card, unsent, now, place, changing, disarmed, onChange } = props;
  const t = sayingWords();
  if (!entry.verdict) return null;
  const sleeps = sleepSaid({ until: entry.until, signals: entry.wakeOn }, card, now, place);
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
            <Fill
              text={entry.mine ? t.byYou : t.by}
              who={<bdi>{entry.by}</bdi>}
              when={<When at={entry.madeAt} now={now} place={place} />}
            />
            {unsent ? t.notSentYet : ''}
          </span>
        </p>
        {sleeps ? (
          <p className={styles.sleeps} data-sleeps="">
            {sleeps}
          </p>
        ) : null}
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
        {changing ? t.keep : t.change}
      </Button>
    </div>
  );
}
