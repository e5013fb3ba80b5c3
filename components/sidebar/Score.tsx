import { useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { ScoreView } from '../../lib/contract/score.ts';
import { Button } from '../ui/Button.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { flags } from '../ui/words.ts';
import { standing, whyNoChance } from './chance-words.ts';
import { Figure } from './Figure.tsx';
import { FlagForm } from './FlagForm.tsx';
import type { SidebarCallbacks } from './props.ts';
import styles from './Score.module.css';
import { myFlag } from './said.ts';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  score: ScoreView;
  said: FeedbackEntry[];
  now: number;
  place: Place;
  disarmed: string | null;
};

/** The number, what it means in words, and the way to say that it is wrong. */
export function Score({ score, said, now, place, disarmed, onFlag }: Props) {
  const [flagging, setFlagging] = useState(false);
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const flagged = myFlag(said, null);

  // Once sent, the way to flag gives way to what was said, so the focus stays with the score.
  function done(sent: boolean) {
    setFlagging(false);
    (sent ? section : opener).current?.focus({ preventScroll: true });
  }

  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.score}
      aria-label="Score"
      data-enough={score.enough}
    >
      {score.enough ? <Figure score={score} now={now} place={place} /> : <NotEnough />}
      <p className={styles.foot}>
        {score.enough ? (
          <span>{score.chance ? standing(score, now, place) : whyNoChance(score.verdicts)}</span>
        ) : null}
        {flagged?.flag ? (
          <span>
            You said “{flags()[flagged.flag].toLowerCase()}”{' '}
            <When at={flagged.madeAt} now={now} place={place} />.
          </span>
        ) : (
          <Button
            ref={opener}
            kind="link"
            aria-expanded={flagging}
            data-flag="score"
            onClick={() => setFlagging(!flagging)}
          >
            Wrong score?
          </Button>
        )}
      </p>
      {flagging && !flagged ? (
        <FlagForm about="score" disarmed={disarmed} onFlag={onFlag} onDone={done} />
      ) : null}
    </section>
  );
}

function NotEnough() {
  return (
    <div>
      <p className={styles.notYet}>Not enough information yet</p>
      <p className={text.muted}>
        Too little is known of this person to put a number on it. That is not a low score.
      </p>
    </div>
  );
}
