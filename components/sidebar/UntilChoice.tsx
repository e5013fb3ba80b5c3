import type { LeadCard } from '../../lib/contract/lead.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Choices } from '../ui/Choices.tsx';
import { dayAfter, monthsAfter, nextMonday, nextQuarter } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { Signals } from './Signals.tsx';
import styles from './UntilChoice.module.css';

/** Said on purpose: no day wakes it, only a signal. */
export const NO_DAY = 'none';

type Props = {
  card: Pick<LeadCard, 'score'>;
  /** Days are `2027-01-15`; `until` is empty as long as nothing is chosen. */
  today: string;
  until: string;
  signals: readonly WakeSignal[];
  now: number;
  place: Place;
  error: string | null;
  onUntil: (day: string) => void;
  onSignals: (signals: WakeSignal[]) => void;
};

/** What wakes a recycled lead: a day, a signal, or whichever of both comes first. */
export function UntilChoice(props: Props) {
  const { card, today, until, signals, now, place, error, onUntil, onSignals } = props;
  const t = sayingWords();
  const quick = [
    { label: t.tomorrow, day: dayAfter(today) },
    { label: t.nextWeek, day: nextMonday(today) },
    { label: t.inAMonth, day: monthsAfter(today, 1) },
    { label: t.nextQuarter, day: nextQuarter(today) },
  ].filter((each, index, all) => all.findIndex((other) => other.day === each.day) === index);
  return (
    <div className={styles.until}>
      <Choices
        legend={t.sleepUntil}
        choices={[
          ...quick.map(({ label, day }) => ({
            value: day,
            label: t.onDay(label, plainDay(day, now, place)),
          })),
          { value: NO_DAY, label: t.noDay },
        ]}
        chosen={until || null}
        onChoose={onUntil}
        error={error}
        focusFirst
      />
      <Field
        label={t.orThisDay}
        type="date"
        name="until"
        min={dayAfter(today)}
        value={until === NO_DAY ? '' : until}
        onChange={(event) => onUntil(event.target.value)}
      />
      <Signals card={card} signals={signals} onSignals={onSignals} />
    </div>
  );
}
