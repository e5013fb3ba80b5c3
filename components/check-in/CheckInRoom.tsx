import { checkInWords } from '../../lib/words/check-in.ts';
import { ProblemMessage } from '../review/ProblemMessage.tsx';
import { Button } from '../ui/Button.tsx';
import { FromBefore } from '../ui/FromBefore.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { Agenda } from './Agenda.tsx';
import { isBlank } from './agenda.ts';
import { Changes } from './Changes.tsx';
import styles from './CheckInRoom.module.css';
import { Decisions } from './Decisions.tsx';
import { OpenPoints } from './OpenPoints.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { Promises } from './Promises.tsx';
import type { CheckInProps, MeetingState } from './props.ts';
import { TwoNumbers } from './TwoNumbers.tsx';

const HERE = {};

/** One page for the regular meeting: what came of what was promised, what is open, what was decided. */
export function CheckInRoom(props: CheckInProps) {
  const t = checkInWords();
  const { state, onRefresh } = props;
  const place = props.place ?? HERE;
  if (state.is === 'problem') {
    return (
      <ProblemMessage
        problem={state.problem}
        retrying={state.retrying}
        safe={t.safe}
        onRetry={onRefresh}
      />
    );
  }
  return (
    <main
      className={styles.room}
      aria-busy={state.is === 'loading' || state.refreshing || undefined}
    >
      <div className={styles.head}>
        <h1 className={styles.title}>{t.title}</h1>
        {state.is === 'meeting' ? (
          <Of {...state.checkIn} now={props.now} place={place} />
        ) : (
          <p className={styles.muted}>{t.reading}</p>
        )}
        {/* The one that was pressed keeps the focus while another period is fetched. */}
        <PeriodChoice state={state} now={props.now} onShow={props.onShow} />
        <Button
          data-action="print"
          size="small"
          off={state.is !== 'meeting'}
          onClick={props.onPrint}
        >
          {t.print}
        </Button>
      </div>
      {state.is === 'meeting' ? (
        <Meeting {...props} state={state} place={place} />
      ) : (
        <div className={styles.skeleton} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
    </main>
  );
}

type OfProps = { from: string; to: string; workspace: string; now: number; place: Place };

/** Whose meeting, about which days. */
function Of({ from, to, workspace, now, place }: OfProps) {
  const t = checkInWords();
  const say = (day: string) => plainDay(day, now, place);
  return (
    <p className={styles.of}>
      <bdi>{workspace}</bdi>, <span data-part="days">{t.days(say(from), say(to))}</span>
    </p>
  );
}

function Meeting(props: CheckInProps & { state: MeetingState; place: Place }) {
  const t = checkInWords();
  const { state, now, place, onRefresh } = props;
  const { checkIn, problem, refreshing } = state;
  const part = { checkIn, now, place };
  return (
    <>
      <FromBefore problem={problem} safe={t.fromBefore} busy={refreshing} onRetry={onRefresh} />
      {isBlank(checkIn) ? (
        <section className={styles.blank} data-part="blank">
          <h2 className={styles.name}>{t.nothing}</h2>
          <p>{t.nothingHelp}</p>
        </section>
      ) : (
        <>
          <TwoNumbers {...part} />
          <div className={styles.columns}>
            <div className={styles.stack}>
              <Promises {...part} />
              <Changes {...part} />
            </div>
            <div className={styles.stack}>
              <Agenda checkIn={checkIn} />
              <OpenPoints checkIn={checkIn} />
            </div>
          </div>
        </>
      )}
      <Decisions {...props} {...part} member={state.member} />
    </>
  );
}
