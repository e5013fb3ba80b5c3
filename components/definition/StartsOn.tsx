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
  const said = startsOn ? t.at.replace('{when}', plainDay(startsOn, now, place)) : t.atOnce;
  if (!mayActAs(state.member.role, 'marketer')) return <p className={styles.muted}>{said}</p>;
  return (
    <div className={styles.acts}>
      <Field
        label={t.label}
        hint={t.hint}
        name="starts-on"
        type="date"
        min={dayOf(now, { timeZone: 'UTC' })}
        value={startsOn ?? ''}
        onChange={(event) => {
          const day = event.target.value;
          void saving.run(() => onStart(day === '' ? null : day));
        }}
      />
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
    </div>
  );
}
