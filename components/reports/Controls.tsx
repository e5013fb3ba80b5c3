import { type FormEvent, useState } from 'react';
import { reportWords } from '../../lib/words/reports.ts';
import { Button } from '../ui/Button.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import styles from './Controls.module.css';
import { rangeWords } from './days.ts';
import type { ReportChoice, RoomProps } from './props.ts';

type Props = { room: RoomProps };

const WEEKS = [4, 12, 26, 52] as const;
const COMPARE = ['none', 'before', 'year'] as const;
const SOURCED = ['marketing', 'sales'] as const;
/** The values of a select that stand for none of its lines. */
const ALL = 'all';
const CUSTOM = 'custom';

/** Which days, against which, and which leads. */
export function Controls({ room }: Props) {
  const t = reportWords().choose;
  const { choice, days, compared, now, place, segments, onChoose } = room;
  const change = (part: Partial<ReportChoice>) => onChoose({ ...choice, ...part });
  const narrowed = choice.source !== null || choice.campaign !== null || choice.sourced !== null;
  const period = (value: string) => {
    const weeks = WEEKS.find((each) => String(each) === value);
    change(weeks ? { weeks, days: null } : { days });
  };
  return (
    <section className={styles.controls} aria-label={t.label}>
      <SelectField
        label={t.period}
        name="period"
        value={choice.days ? CUSTOM : choice.weeks}
        onChange={({ target }) => period(target.value)}
      >
        {WEEKS.map((weeks) => (
          <option key={weeks} value={weeks}>
            {t.weeks(weeks)}
          </option>
        ))}
        <option value={CUSTOM}>{t.custom}</option>
      </SelectField>
      {choice.days ? <DaysForm room={room} /> : null}
      <SelectField
        label={t.compare}
        name="compare"
        value={choice.compare}
        onChange={({ target }) =>
          change({ compare: COMPARE.find((each) => each === target.value) ?? 'none' })
        }
      >
        {COMPARE.map((each) => (
          <option key={each} value={each}>
            {t.comparison[each]}
          </option>
        ))}
      </SelectField>
      <Segment
        label={t.source}
        all={t.allSources}
        name="source"
        values={segments?.sources ?? []}
        chosen={choice.source}
        onChoose={(source) => change({ source })}
      />
      <Segment
        label={t.campaign}
        all={t.allCampaigns}
        name="campaign"
        values={segments?.campaigns ?? []}
        chosen={choice.campaign}
        onChoose={(campaign) => change({ campaign })}
      />
      <SelectField
        label={t.sourced}
        name="sourced"
        value={choice.sourced ?? ALL}
        onChange={({ target }) =>
          change({ sourced: SOURCED.find((each) => each === target.value) ?? null })
        }
      >
        <option value={ALL}>{t.sourcedBy.all}</option>
        {SOURCED.map((each) => (
          <option key={each} value={each}>
            {t.sourcedBy[each]}
          </option>
        ))}
      </SelectField>
      {narrowed ? (
        <Button
          size="small"
          data-action="reset"
          onClick={() => change({ source: null, campaign: null, sourced: null })}
        >
          {t.reset}
        </Button>
      ) : null}
      <p className={styles.days} role="status">
        {rangeWords(days, now, place)}
        {compared ? `, ${t.compared(rangeWords(compared, now, place))}` : ''}
      </p>
    </section>
  );
}

type SegmentProps = {
  label: string;
  all: string;
  name: string;
  /** The most first; null and the empty text are “none known”. */
  values: readonly (string | null)[];
  chosen: string | null;
  onChoose: (value: string | null) => void;
};

function Segment({ label, all, name, values, chosen, onChoose }: SegmentProps) {
  // What the address names stays to be seen, even where the store no longer lists it. A letter before keeps “none known” apart.
  const offered = [
    ...new Set([...values.map((value) => value ?? ''), ...(chosen === null ? [] : [chosen])]),
  ];
  return (
    <SelectField
      label={label}
      name={name}
      value={chosen === null ? ALL : `=${chosen}`}
      onChange={({ target }) => onChoose(target.value === ALL ? null : target.value.slice(1))}
    >
      <option value={ALL}>{all}</option>
      {offered.map((value) => (
        <option key={value} value={`=${value}`}>
          {value || reportWords().noneKnown}
        </option>
      ))}
    </SelectField>
  );
}

/** Two days; taken when both are there and in order. */
function DaysForm({ room: { choice, days, onChoose } }: Props) {
  const t = reportWords().choose;
  const [typed, setTyped] = useState(days);
  const [shown, setShown] = useState(days);
  // Other days came by the address; the fields stay the same ones, or the focus would be lost with them.
  if (shown.from !== days.from || shown.to !== days.to) {
    setShown(days);
    setTyped(days);
  }
  const wrong = typed.from !== '' && typed.to !== '' && typed.from > typed.to;
  const take = (event?: FormEvent) => {
    event?.preventDefault();
    const changed = typed.from !== days.from || typed.to !== days.to;
    if (typed.from && typed.to && !wrong && changed) onChoose({ ...choice, days: typed });
  };
  return (
    <form
      className={styles.form}
      onSubmit={take}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) take();
      }}
    >
      <Field
        type="date"
        label={t.from}
        name="from"
        value={typed.from}
        onChange={({ target }) => setTyped({ ...typed, from: target.value })}
      />
      <Field
        type="date"
        label={t.to}
        name="to"
        value={typed.to}
        error={wrong ? t.wrongDays : null}
        onChange={({ target }) => setTyped({ ...typed, to: target.value })}
      />
      <button type="submit" hidden />
    </form>
  );
}
