import type { Member } from '../../lib/contract/access.ts';
import type { Decision } from '../../lib/contract/check-in.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { plainDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './DecisionLine.module.css';
import type { CheckInCallbacks } from './props.ts';

type Props = Pick<CheckInCallbacks, 'onDone' | 'onTakeBack'> & {
  decision: Decision;
  member: Member;
  now: number;
  place: Place;
};

/** One decision: what, who, until when; done, or taken back by whoever wrote it down. */
export function DecisionLine({ decision, member, now, place, onDone, onTakeBack }: Props) {
  const t = checkInWords().decisions;
  const saving = useSaving();
  const { decisionId, text, doneAt } = decision;
  const mayTakeBack = member.role === 'admin' || member.name === decision.by;
  return (
    <li className={styles.decision} data-decision={decisionId} data-done={Boolean(doneAt)}>
      <span className={classes(styles.box, doneAt && styles.done)} aria-hidden="true" />
      <div className={styles.said}>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        <p className={styles.about}>
          <About decision={decision} now={now} place={place} />
        </p>
        {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safeLine} /> : null}
      </div>
      <span className={styles.acts}>
        <Button
          size="small"
          busy={saving.busy}
          data-action={doneAt ? 'not-done' : 'done'}
          aria-label={t.labelled(doneAt ? t.notDone : t.done, text)}
          onClick={() => void saving.run(() => onDone(decisionId, !doneAt))}
        >
          {doneAt ? t.notDone : t.done}
        </Button>
        {mayTakeBack ? (
          <Button
            kind="quiet"
            size="small"
            data-action="take-back"
            aria-label={t.labelled(t.takeBack, text)}
            onClick={() => void saving.run(() => onTakeBack(decisionId))}
          >
            {t.takeBack}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function About({ decision, now, place }: Pick<Props, 'decision' | 'now' | 'place'>) {
  const t = checkInWords().decisions;
  const { owner, dueOn, doneAt } = decision;
  const late = dueOn !== null && !doneAt && dueOn < new Date(now).toISOString().slice(0, 10);
  return (
    <>
      {owner ? (
        <>
          <bdi className={styles.owner}>{owner}</bdi>
          {', '}
        </>
      ) : null}
      {dueOn ? (
        <span className={late ? styles.owner : undefined}>
          <Fill text={late ? t.late : t.due} day={plainDay(dueOn, now, place)} />
          {', '}
        </span>
      ) : null}
      {doneAt ? (
        <>
          <Fill text={t.isDone} when={<When at={doneAt} now={now} place={place} as="clock" />} />
          {', '}
        </>
      ) : null}
      <Fill
        text={t.by}
        who={<bdi>{decision.by}</bdi>}
        when={<When at={decision.at} now={now} place={place} as="clock" />}
      />
    </>
  );
}
