import { type FormEvent, useState } from 'react';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Field } from '../ui/Field.tsx';
import styles from './PeriodChoice.module.css';
import type { CheckInState, Period } from './props.ts';

type Props = { state: CheckInState; now: number; onShow: (period: Period) => void };

const WEEKS = [2, 4] as const;
const today = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Which days the page is about. */
export function PeriodChoice({ state, now, onShow }: Props) {
  const t = checkInWords().period;
  const { period } = state;
  const [choosing, setChoosing] = useState('from' in period);
  const weeks = 'weeks' in period && !choosing ? period.weeks : null;
  return (
    <div className={styles.choice} data-part="period">
      <fieldset className={styles.weeks}>
        <legend className={styles.legend}>{t.label}</legend>
        {WEEKS.map((each) => (
          <button
            key={each}
            type="button"
            className={classes(styles.one, weeks === each && styles.on)}
            aria-pressed={weeks === each}
            data-action={`weeks-${each}`}
            onClick={() => {
              setChoosing(false);
              onShow({ weeks: each });
            }}
          >
            {t.weeks(each)}
          </button>
        ))}
        <button
          type="button"
          className={classes(styles.one, choosing && styles.on)}
          aria-pressed={choosing}
          data-action="own-days"
          onClick={() => setChoosing(true)}
        >
          {t.own}
        </button>
      </fieldset>
      {choosing ? <OwnDays state={state} now={now} onShow={onShow} /> : null}
    </div>
  );
}

function OwnDays({ state, now, onShow }: Props) {
  const t = checkInWords().period;
  const shown = state.is === 'meeting' ? state.checkIn : { from: '', to: today(now) };
  const [from, setFrom] = useState('from' in state.period ? state.period.from : shown.from);
  const [to, setTo] = useState('to' in state.period ? state.period.to : shown.to);
  const [wrong, setWrong] = useState(false);
  const show = (event: FormEvent) => {
    event.preventDefault();
    const bad = !from || !to || from > to;
    setWrong(bad);
    if (!bad) onShow({ from, to });
  };
  return (
    <form className={styles.own} onSubmit={show} noValidate>
      <Field
        label={t.from}
        type="date"
        name="from"
        value={from}
        max={today(now)}
        error={wrong ? t.wrongWay : null}
        onChange={({ target }) => setFrom(target.value)}
      />
      <Field
        label={t.to}
        type="date"
        name="to"
        value={to}
        max={today(now)}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button type="submit" size="small" data-action="show-days">
        {t.show}
      </Button>
    </form>
  );
}
