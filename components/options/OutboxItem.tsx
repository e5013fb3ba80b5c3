import { useState } from 'react';
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { classes } from '../ui/classes.ts';
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
          {stateWords(entry, now, place)}, said <When at={item.madeAt} now={now} place={place} />
        </p>
        {message ? <p className={styles.message}>{message}</p> : null}
        {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      </div>
      <Button
        size="small"
        busy={saving.busy || state === 'sending'}
        data-action="retry"
        onClick={() => void saving.run(() => onRetryItem(id))}
      >
        Try again
      </Button>
      {refused ? (
        <Button size="small" kind="quiet" data-action="drop" onClick={() => setAsking(true)}>
          Drop
        </Button>
      ) : null}
      {asking ? (
        <Confirm
          title="Drop this for good?"
          act="Drop it"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => onDropItem(id));
          }}
        >
          <p>
            “{said(item)}” was never stored and nobody else has seen it. Once dropped it cannot be
            brought back.
          </p>
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
      return 'Registered a lead';
    case 'resolution':
      return `Answered: ${resolutions()[item.resolution].act}`;
  }
}

function stateWords(entry: OutboxItemView, now: number, place: Place): string {
  if (entry.state === 'sending') return 'on its way';
  if (entry.state === 'attention') return 'needs attention';
  if (entry.nextTryAt === null || entry.nextTryAt <= now) return 'saved here, not sent yet';
  if (entry.nextTryAt - now < 60_000) return 'saved here, next try within a minute';
  return `saved here, next try ${ago(entry.nextTryAt, now, place)}`;
}
