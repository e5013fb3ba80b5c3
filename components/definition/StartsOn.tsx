import { useRef, useState } from 'react';
import type { AgreedDraft } from '../../lib/contract/agreement.ts';
import { mayActAs } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { dayOf, plainDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Aside.module.css';
import type { RoomParts } from './props.ts';

/** The day the draft is to count from. Choosing it takes no signature away. */
export function StartsOn({
  state,
  now,
  place,
  onStart,
  draft,
}: RoomParts & { draft: AgreedDraft }) {
  const t = definitionWords().start;
  const saving = useSaving();
  const { startsOn } = draft;
  const today = dayOf(now, { timeZone: 'UTC' });
  /** While somebody types; a year is typed digit by digit, and each of them makes a day of long ago. */
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = useRef(startsOn);

  /** One at a time: a day that was chosen meanwhile goes after. */
  async function choose(day: string) {
    wanted.current = day || null;
    await saving.run(async () => {
      for (;;) {
        const day = wanted.current;
        const answer = await onStart(day);
        if (!answer.ok || day === wanted.current) return answer;
      }
    });
  }

  const said = startsOn ? t.at.replace('{when}', plainDay(startsOn, now, place)) : t.atOnce;
  if (!mayActAs(state.member.role, 'marketer')) return <p className={styles.muted}>{said}</p>;
  return (
    <div className={styles.acts}>
      <Field
        label={t.label}
        hint={t.hint}
        name="starts-on"
        type="date"
        min={today}
        value={typed ?? startsOn ?? ''}
        onChange={({ target }) => {
          setTyped(target.value);
          const whole = target.value === '' ? !target.validity.badInput : target.value >= today;
          if (whole) void choose(target.value);
        }}
        onBlur={() => {
          if (typed !== null && typed < today && typed !== (startsOn ?? '')) void choose(typed);
          setTyped(null);
        }}
      />
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
    </div>
  );
}
