import { useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { ScoreView } from '../../lib/contract/score.ts';
import { Meter } from '../charts/Meter.tsx';
import { Sparkline } from '../charts/Sparkline.tsx';
import { Button } from '../ui/Button.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { FLAGS, plain, signed } from '../ui/words.ts';
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

/** The number, and what it means in words. Points only: no chance is claimed before verdicts have shown one. */
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
      {score.enough ? <Points score={score} /> : <NotEnough />}
      <p className={styles.foot}>
        {score.enough ? <span>No chance is claimed until verdicts show one.</span> : null}
        {flagged?.flag ? (
          <span>
            You said “{FLAGS[flagged.flag].toLowerCase()}”{' '}
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

function Points({ score }: { score: ScoreView }) {
  const { points, mqlAt, grade, trend } = score;
  const first = trend[0] ?? points;
  const change = points - first;
  const moved = change === 0 ? 'no change in 30 days' : `${signed(change)} in 30 days`;
  return (
    <div className={styles.pair}>
      <p className={styles.figure}>
        <span className={styles.number}>{plain(points)}</span>
        <span className={text.hidden}> points</span>
        <Meter value={points} line={mqlAt} />
      </p>
      <div className={styles.words}>
        <p className={text.strong}>{distance(points, mqlAt)}</p>
        <p className={styles.grade}>
          points{grade ? `, grade ${grade}: fit ${grade[0]}, engagement ${grade[1]}` : ''}
        </p>
        {trend.length > 1 ? (
          <div className={styles.trend}>
            <Sparkline
              values={trend}
              line={mqlAt}
              label={`Points over 30 days, from ${plain(first)} to ${plain(points)}; the dashed line is ${mqlAt}`}
            />
            <span className={styles.moved}>{moved}</span>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function NotEnough() {
  return (
    <div className={styles.notEnough}>
      <p className={styles.notYet}>Not enough information yet</p>
      <p className={text.muted}>
        Too little is known of this person to put a number on it. That is not a low score.
      </p>
    </div>
  );
}

function distance(points: number, line: number): string {
  if (points === line) return `On the line of ${line}`;
  return `${Math.abs(points - line)} ${points > line ? 'over' : 'below'} the line of ${line}`;
}
