import { memo } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Icon } from '../ui/Icon.tsx';
import text from '../ui/text.module.css';
import { ms, span } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { plain, signed } from '../ui/words.ts';
import styles from './QueueLine.module.css';
import { what, why } from './said-words.ts';

type Props = {
  line: ReviewLine;
  chosen: boolean;
  selected: boolean;
  /** Hours after which an open one is late; null when it is answered. */
  lateAfter: number | null;
  now: number;
  place: Place;
  onChoose: (feedbackId: string) => void;
  onSelect: (feedbackId: string, range: boolean) => void;
};

/** One thing sales said: about whom, where the lead came from, what has changed since. */
export const QueueLine = memo(function QueueLine(props: Props) {
  const { line, chosen, selected, lateAfter, now, place, onChoose, onSelect } = props;
  const t = reviewWords();
  const { entry, thenPoints, nowPoints } = line;
  const late = lateAfter !== null && now - ms(entry.madeAt) > lateAfter * 3_600_000;
  const age = span(entry.madeAt, now, place);
  const change = nowPoints - thenPoints;
  return (
    <li className={styles.item} data-selected={selected || undefined}>
      <label className={styles.select}>
        <input
          type="checkbox"
          value={`select ${entry.id}`}
          checked={selected}
          aria-label={t.select(line.name ?? t.withoutName)}
          onChange={(event) => onSelect(entry.id, withShift(event.nativeEvent))}
        />
      </label>
      <button
        type="button"
        className={styles.line}
        aria-current={chosen ? 'true' : undefined}
        data-line={entry.id}
        onClick={() => onChoose(entry.id)}
      >
        <span className={styles.cell}>
          <span className={styles.name}>
            <bdi>{line.name ?? t.withoutName}</bdi>
          </span>
          <span className={styles.second}>
            <bdi>{line.company}</bdi>
          </span>
        </span>
        <span className={styles.cell}>
          <span className={styles.marketing}>
            <bdi>{line.source ?? t.sourceUnknown}</bdi>
          </span>
          <span className={styles.second}>
            <bdi>{line.campaign ?? t.noCampaign}</bdi>
          </span>
        </span>
        <span className={styles.cell}>
          <span className={styles.sales}>{what(entry)}</span>
          <span className={styles.why}>
            <bdi>{why(entry)}</bdi>
          </span>
        </span>
        <span className={styles.cell}>
          <span className={styles.points}>
            <span className={text.hidden}>{t.pointsThen} </span>
            <span className={styles.second}>{plain(thenPoints)}</span>
            <Icon name="arrow" />
            <span className={text.hidden}> {t.now} </span>
            <strong>{plain(nowPoints)}</strong>
          </span>
          <span className={styles.second}>
            <bdi dir="ltr">{change === 0 ? t.same : signed(change)}</bdi>
          </span>
        </span>
        <span className={styles.cell}>
          <span>
            <bdi>{entry.by}</bdi>
          </span>
          <span className={late ? styles.late : styles.second}>{late ? t.late(age) : age}</span>
        </span>
      </button>
    </li>
  );
});

/** A box is pressed by mouse or by key; both say whether Shift was held, the change itself does not. */
function withShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
