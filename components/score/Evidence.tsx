import { classes } from '../ui/classes.ts';
import type { Place } from '../ui/views.ts';
import { Draft } from './Draft.tsx';
import { Honesty } from './Honesty.tsx';
import { LineCard } from './LineCard.tsx';
import { Months } from './Months.tsx';
import { HowHonest, HowSorted, LearnedFrom } from './Numbers.tsx';
import type { LearnedState, ScoreRoomProps } from './props.ts';
import styles from './ScoreRoom.module.css';
import { Suggestions } from './Suggestions.tsx';
import { ToCome } from './ToCome.tsx';
import { Agreement, SameLeads } from './Watch.tsx';
import { FEWEST_FOR_RATE } from './words.ts';

/** Numbers, then what is being decided, then all that speaks for it; where there is room, the draft stands beside. */
export function Evidence(props: ScoreRoomProps & { state: LearnedState; place: Place }) {
  const { state, now, place, onPutInDraft, onNotNow, onBringBack } = props;
  const { learned } = state;
  const { draft } = learned;
  const few = learned.quality.n < FEWEST_FOR_RATE;
  return (
    <div className={styles.columns} data-draft={draft ? '' : undefined}>
      <div className={styles.three}>
        <LearnedFrom learned={learned} />
        {few ? (
          <ToCome n={learned.quality.n} />
        ) : (
          <>
            <HowHonest learned={learned} />
            <HowSorted learned={learned} />
          </>
        )}
      </div>
      {draft ? (
        <div className={styles.draft}>
          <Draft
            key={draft.draftId}
            state={state}
            draft={draft}
            now={now}
            place={place}
            onDiscard={props.onDiscard}
            onPublish={props.onPublish}
            onRetryPreview={props.onRetryPreview}
          />
        </div>
      ) : null}
      {few ? null : (
        <div className={styles.evidence}>
          <div className={styles.two}>
            <Honesty bands={learned.bands} />
            <Months months={learned.drift.months} place={place} />
          </div>
          <div className={classes(styles.two, styles.uneven)}>
            <Suggestions
              state={state}
              onPutInDraft={onPutInDraft}
              onNotNow={onNotNow}
              onBringBack={onBringBack}
            />
            <div className={styles.stack}>
              <LineCard learned={learned} onPutInDraft={onPutInDraft} />
              <SameLeads learned={learned} />
              <Agreement learned={learned} />
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
