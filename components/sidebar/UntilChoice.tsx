import { Choices } from '../ui/Choices.tsx';
import { dayAfter, monthsAfter, nextQuarter } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './UntilChoice.module.css';

type Props = {
  /** Days are `2027-01-15`; `until` is empty as long as none is chosen. */
  today: string;
  until: string;
  now: number;
  place: Place;
  error: string | null;
  onUntil: (day: string) => void;
};

/** When a recycled lead wakes up: three usual answers, or any day. */
export function UntilChoice({ today, until, now, place, error, onUntil }: Props) {
  const quick = [
    { label: '1 month', day: monthsAfter(today, 1) },
    { label: '3 months', day: monthsAfter(today, 3) },
    { label: 'Next quarter', day: nextQuarter(today) },
  ].filter((each, index, all) => all.findIndex((other) => other.day === each.day) === index);
  return (
    <div className={styles.until}>
      <Choices
        legend="Until when?"
        choices={quick.map(({ label, day }) => ({
          value: day,
          label: `${label}, ${plainDay(day, now, place)}`,
        }))}
        chosen={until || null}
        onChoose={onUntil}
        error={error}
        focusFirst
      />
      <Field
        label="Or on this day"
        type="date"
        name="until"
        min={dayAfter(today)}
        value={until}
        onChange={(event) => onUntil(event.target.value)}
      />
    </div>
  );
}
