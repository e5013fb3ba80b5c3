import { useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { ScoreView } from '../../lib/contract/score.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { standing, whyNoChance } from './chance-words.ts';
import { Figure } from './Figure.tsx';
import { FlagForm } from './FlagForm.tsx';
import { Flagged } from './Flagged.tsx';
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
  const t = readingWords();
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
      aria-label={t.score}
      data-enough={score.enough}
    >
      {score.enough ? <Figure score={score} now={now} place={place} /> : <NotEnough />}
      <p className={styles.foot}>
        {score.enough ? (
          <span>{score.chance ? standing(score, now, place) : whyNoChance(score.verdicts)}</span>
        ) : null}
        {flagged ? null : (
          <Button
            ref={opener}
            kind="link"
            aria-expanded={flagging}
            data-flag="score"
            onClick={() => setFlagging(!flagging)}
          >
            {t.wrongScore}
          </Button>
        )}
      </p>
      {flagged ? (
        <Flagged entry={flagged} disarmed={disarmed} now={now} place={place} onFlag={onFlag} />
      ) : null}
      {flagging && !flagged ? (
        <FlagForm about="score" disarmed={disarmed} onFlag={onFlag} onDone={done} />
      ) : null}
    </section>
  );
}

function NotEnough() {
  const t = readingWords();
  return (
    <div>
      <p className={styles.notYet}>{t.notEnough}</p>
      <p className={text.muted}>{t.notEnoughMeans}</p>
    </div>
  );
}
