import { classes } from '../ui/classes.ts';
import type { Place } from '../ui/views.ts';
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

/** Numbers, then all that speaks for a change. */
export function Evidence(props: ScoreRoomProps & { state: LearnedState; place: Place }) {
  const { state, place, onPutInDraft, onNotNow, onBringBack } = props;
  const { learned } = state;
  const few = learned.quality.n < FEWEST_FOR_RATE;
  return (
    <div className={styles.columns}>
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
