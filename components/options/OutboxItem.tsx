import { useState } from 'react';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { toldTitle } from '../../lib/words/problems.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { classes } from '../ui/classes.ts';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ago } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { flags, resolutions, verdicts } from '../ui/words.ts';
import styles from './OutboxItem.module.css';
import type { OptionsCallbacks, OutboxItemView } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onRetryItem' | 'onDropItem'> & {
  entry: OutboxItemView;
  now: number;
  place: Place;
};

/** One thing somebody said: what, about whom, where it is, why it is still here. */
export function OutboxItem({ entry, now, place, onRetryItem, onDropItem }: Props) {
  const words = optionsWords();
  const t = words.outbox;
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { id, item, lead, state, message } = entry;
  const refused = state === 'attention';
  const about = item.kind === 'registration' ? item.facts.name : lead;
  return (
    <li
      className={classes(styles.item, refused && styles.refused)}
      data-item={id}
      data-state={state}
    >
      <div className={styles.what}>
        <p>
          <strong>{said(item)}</strong>
          {about ? ', ' : ''}
          {about ? <bdi>{about}</bdi> : null}
        </p>
        <p className={styles.facts}>
          <Fill
            text={t.facts}
            state={stateWords(entry, now, place)}
            when={<When at={item.madeAt} now={now} place={place} />}
          />
        </p>
        {message ? <p className={styles.message}>{toldTitle(message)}</p> : null}
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </div>
      <Button
        size="small"
        busy={saving.busy || state === 'sending'}
        data-action="retry"
        onClick={() => void saving.run(() => onRetryItem(id))}
      >
        {t.tryAgain}
      </Button>
      {refused ? (
        <Button size="small" kind="quiet" data-action="drop" onClick={() => setAsking(true)}>
          {t.drop}
        </Button>
      ) : null}
      {asking ? (
        <Confirm
          title={t.ask}
          act={t.dropIt}
          keep={words.keep}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => onDropItem(id));
          }}
        >
          <p>{t.dropHelp(said(item))}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function said(item: FeedbackItem): string {
  switch (item.kind) {
    case 'verdict':
      return verdicts()[item.verdict].said;
    case 'flag':
      return flags()[item.flag];
    case 'registration':
      return optionsWords().outbox.registered;
    case 'resolution':
      return optionsWords().outbox.answered(resolutions()[item.resolution].act);
  }
}

function stateWords(entry: OutboxItemView, now: number, place: Place): string {
  const t = optionsWords().outbox;
  if (entry.state === 'sending') return t.onItsWay;
  if (entry.state === 'attention') return t.attention;
  if (entry.nextTryAt === null || entry.nextTryAt <= now) return t.saved;
  if (entry.nextTryAt - now < 60_000) return t.soon;
  return t.next(ago(entry.nextTryAt, now, place));
}
