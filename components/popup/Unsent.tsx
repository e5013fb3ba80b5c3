import { popupWords } from '../../lib/words/popup.ts';
import { OutboxItem } from '../options/OutboxItem.tsx';
import { shownOf } from '../options/outbox-shown.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import styles from './Day.module.css';
import { Part } from './Part.tsx';
import type { PopupProps } from './props.ts';

type Props = Pick<PopupProps, 'items' | 'now' | 'onRetryItem' | 'onRetryAll' | 'onDropItem'> & {
  place: Place;
};

/** What was said here and is not in the store: each with its state, and tried again where it stands. */
export function Unsent({ items, now, place, onRetryItem, onRetryAll, onDropItem }: Props) {
  const t = popupWords();
  const saving = useSaving();
  if (items.length === 0) return null;
  const refused = items.filter(({ state }) => state === 'attention').length;
  const { shown, more } = shownOf(items);
  return (
    <Part name="unsent" title={t.unsent} some={t.some(items.length)} open={refused > 0}>
      <div className={styles.pad}>
        <p className={styles.note}>{refused > 0 ? t.unsentRefused(refused) : t.unsentCalm}</p>
        <ul>
          {shown.map((each) => (
            <OutboxItem
              key={each.id}
              entry={each}
              now={now}
              place={place}
              onRetryItem={onRetryItem}
              onDropItem={onDropItem}
            />
          ))}
        </ul>
        {more > 0 ? <p className={styles.note}>{t.andMore(more)}</p> : null}
        {items.length > 1 ? (
          <p className={styles.act}>
            <Button
              size="small"
              busy={saving.busy}
              data-action="retry-all"
              onClick={() => void saving.run(onRetryAll)}
            >
              {t.retryAll}
            </Button>
          </p>
        ) : null}
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </div>
    </Part>
  );
}
