import { type FormEvent, useRef, useState } from 'react';
import { LIMITS } from '../../lib/contract/text.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import hidden from '../ui/text.module.css';
import { useSaving } from '../ui/use-saving.ts';
import styles from './DecideForm.module.css';
import type { CheckInCallbacks } from './props.ts';

type Props = Pick<CheckInCallbacks, 'onDecide'> & {
  /** The last day looked at. */
  to: string;
  now: number;
};

const EMPTY = { text: '', owner: '', dueOn: '' };

/** What was decided, by whom it is done, until when; written down where both sides see it. */
export function DecideForm({ to, now, onDecide }: Props) {
  const t = checkInWords().decisions;
  const [typed, setTyped] = useState(EMPTY);
  const [missing, setMissing] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaving();
  const today = new Date(now).toISOString().slice(0, 10);

  const set = (part: Partial<typeof EMPTY>) => {
    setRecorded(false);
    setMissing(false);
    setTyped((all) => ({ ...all, ...part }));
  };
  const first = () => form.current?.querySelector('input')?.focus();

  async function record(event: FormEvent) {
    event.preventDefault();
    const text = typed.text.trim();
    setMissing(text === '');
    if (text === '') return first();
    const decided = { text, owner: typed.owner.trim() || null, dueOn: typed.dueOn || null };
    if (!(await saving.run(() => onDecide(decided)))) return;
    setTyped(EMPTY);
    setRecorded(true);
    first();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      data-form="decide"
      aria-busy={saving.busy || undefined}
      onSubmit={(event) => void record(event)}
      noValidate
    >
      {to < today ? <p className={styles.over}>{t.over}</p> : null}
      <Field
        label={t.what}
        name="decided"
        maxLength={LIMITS.line}
        dir="auto"
        value={typed.text}
        error={missing ? t.needsText : null}
        onChange={({ target }) => set({ text: target.value })}
      />
      <Field
        label={t.who}
        name="owner"
        maxLength={LIMITS.name}
        dir="auto"
        placeholder={t.optional}
        value={typed.owner}
        onChange={({ target }) => set({ owner: target.value })}
      />
      <Field
        label={t.until}
        name="due"
        type="date"
        min={today}
        value={typed.dueOn}
        onChange={({ target }) => set({ dueOn: target.value })}
      />
      <Button kind="both" type="submit" busy={saving.busy} data-action="record">
        {saving.busy ? t.recording : t.record}
      </Button>
      <p role="status" className={hidden.hidden}>
        {recorded ? t.recorded : ''}
      </p>
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
    </form>
  );
}
