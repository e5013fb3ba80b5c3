import { useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { PointsBar } from '../charts/PointsBar.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import text from '../ui/text.module.css';
import { ago, plainDay, shortDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { signed } from '../ui/words.ts';
import { FlagForm } from './FlagForm.tsx';
import { Flagged } from './Flagged.tsx';
import type { SidebarCallbacks } from './props.ts';
import { myFlag } from './said.ts';
import styles from './WhyLine.module.css';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  contribution: Contribution;
  most: number;
  said: FeedbackEntry[];
  now: number;
  place: Place;
  disarmed: string | null;
};

/** One line of the explanation, and the way to say that it is wrong. */
export function WhyLine({ contribution, most, said, now, place, disarmed, onFlag }: Props) {
  const t = readingWords();
  const [flagging, setFlagging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { ruleId, label, points, side, evidence } = contribution;
  const flagged = myFlag(said, ruleId);
  const details = facts(contribution, now, place);

  function done() {
    setFlagging(false);
    opener.current?.focus({ preventScroll: true });
  }

  return (
    <li data-rule={ruleId}>
      <div className={styles.line}>
        <span className={styles.points}>
          <bdi dir="ltr">{signed(points)}</bdi>
        </span>
        <bdi className={styles.what}>{label}</bdi>
        <span className={styles.bar}>
          <PointsBar points={points} most={most} />
          {evidence ? (
            <span className={styles.evidence} data-evidence="">
              {t.rate(evidence.accepted, evidence.n)}
              <span className={text.hidden}> {t.rateOf}</span>
            </span>
          ) : null}
        </span>
        {side === 'limit' ? (
          <span />
        ) : (
          <IconButton
            ref={opener}
            icon="flag"
            label={t.flag(label)}
            aria-expanded={flagging}
            data-action="flag"
            onClick={() => setFlagging(!flagging)}
          />
        )}
        {details ? (
          <span className={classes(styles.facts, !evidence && styles.wide)}>{details}</span>
        ) : null}
        {flagged ? (
          <Flagged entry={flagged} disarmed={disarmed} now={now} place={place} onFlag={onFlag} />
        ) : null}
      </div>
      {flagging ? (
        <FlagForm about={{ ruleId, label }} disarmed={disarmed} onFlag={onFlag} onDone={done} />
      ) : null}
    </li>
  );
}

/** How often, how recent, how long it lasts, and what was left out. */
function facts(line: Contribution, now: number, place: Place): string {
  const t = readingWords();
  const words: string[] = [];
  const last = line.lastAt ? ago(line.lastAt, now, place) : null;
  if (line.times > 1) words.push(t.times(line.times));
  if (last) words.push(line.times === 1 ? last : t.last(last));
  if (line.capped) words.push(t.capped);
  if (line.next) {
    words.push(t.fades(signed(line.next.points), plainDay(line.next.on, now, place)));
  } else if (line.halfAt && line.points !== 0) {
    words.push(t.halfBy(shortDay(line.halfAt, now, place)));
  }
  if (line.discounted > 0) words.push(t.discounted(line.discounted));
  return words.join(', ');
}
