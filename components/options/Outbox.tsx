import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { Card } from './Card.tsx';
import styles from './Outbox.module.css';
import { OutboxItem } from './OutboxItem.tsx';
import { shownOf } from './outbox-shown.ts';
import type { OptionsCallbacks, OutboxItemView } from './props.ts';

type Props = Pick<
  OptionsCallbacks,
  'onRetryItem' | 'onRetryAll' | 'onSaveOutbox' | 'onDropItem'
> & { items: OutboxItemView[]; isUnread: boolean; now: number; place: Place };

/** What was said here and is not in the store yet. Nothing leaves this list by itself but by arriving. */
export function Outbox({ items, isUnread, now, place, onRetryAll, onSaveOutbox, ...item }: Props) {
  const words = optionsWords();
  const t = words.outbox;
  const saving = useSaving();
  const attention = items.filter((each) => each.state === 'attention').length;
  const { shown, more } = shownOf(items);
  return (
    <Card
      anchor="outbox"
      title={t.title}
      lead={isUnread ? t.unread : summary(items.length, attention)}
    >
      {items.length > 0 ? (
        <>
          <ul className={styles.items}>
            {shown.map((each) => (
              <OutboxItem key={each.id} entry={each} now={now} place={place} {...item} />
            ))}
          </ul>
          {more > 0 ? <p className={styles.more}>{t.andMore(more)}</p> : null}
          {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
          <div className={styles.buttons}>
            <Button
              size="small"
              busy={saving.busy}
              data-action="retry-all"
              onClick={() => void saving.run(onRetryAll)}
            >
              {t.tryAll}
            </Button>
            <Button size="small" data-action="save-outbox" onClick={onSaveOutbox}>
              {words.saveAsFile}
            </Button>
          </div>
        </>
      ) : null}
    </Card>
  );
}

function summary(all: number, attention: number): string {
  const t = optionsWords().outbox;
  if (all === 0) return t.allThere;
  return attention === 0 ? t.safe : t.refused(attention);
}
