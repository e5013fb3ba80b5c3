import { useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { PointsBar } from '../charts/PointsBar.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import text from '../ui/text.module.css';
import { ago, plainDay, shortDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { count, faults, signed } from '../ui/words.ts';
import { FlagForm } from './FlagForm.tsx';
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
              {evidence.accepted.toLocaleString('en')} of {evidence.n.toLocaleString('en')}
              <span className={text.hidden}> leads with this were accepted</span>
            </span>
          ) : null}
        </span>
        {side === 'limit' ? (
          <span />
        ) : (
          <IconButton
            ref={opener}
            icon="flag"
            label={`Flag: ${label}`}
            aria-expanded={flagging}
            data-action="flag"
            onClick={() => setFlagging(!flagging)}
          />
        )}
        {details ? (
          <span className={classes(styles.facts, !evidence && styles.wide)}>{details}</span>
        ) : null}
        {flagged ? (
          <span className={styles.flagged}>
            You flagged this{flagged.fault ? `: ${faults()[flagged.fault].toLowerCase()}` : ''}
          </span>
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
  const words: string[] = [];
  const last = line.lastAt ? ago(line.lastAt, now, place) : null;
  if (line.times > 1) words.push(count(line.times, 'time'));
  if (last) words.push(line.times === 1 ? last : `last ${last}`);
  if (line.capped) words.push('at its cap');
  if (line.next)
    words.push(`${signed(line.next.points)} from ${plainDay(line.next.on, now, place)}`);
  else if (line.halfAt && line.points !== 0) {
    words.push(`half by ${shortDay(line.halfAt, now, place)}`);
  }
  if (line.discounted > 0) words.push(`${line.discounted} by machines, not counted`);
  return words.join(', ');
}
