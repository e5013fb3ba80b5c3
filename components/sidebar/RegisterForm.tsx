import { useId, useState } from 'react';
import type { PageFacts } from '../../lib/contract/record.ts';
import { email } from '../../lib/contract/text.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Form.module.css';
import type { SidebarCallbacks } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onRegister'> & { facts: PageFacts; disarmed: string | null };

const FIELDS = [
  { name: 'name', type: 'text', max: 200 },
  { name: 'email', type: 'email', max: 254 },
  { name: 'company', type: 'text', max: 200 },
  { name: 'title', type: 'text', max: 200 },
] as const;

type Typed = Partial<Record<(typeof FIELDS)[number]['name'], string>>;

/** A lead that sales found: prefilled from the page, every field editable. What is typed wins over what the page says later. */
export function RegisterForm({ facts, disarmed, onRegister }: Props) {
  const t = readingWords();
  const [typed, setTyped] = useState<Typed>({});
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const saving = useSaving();
  const title = useId();
  const value = (name: keyof Typed) => typed[name] ?? facts[name] ?? '';
  const name = value('name').trim();
  const badEmail = value('email').trim() !== '' && !email.safeParse(value('email')).success;

  async function send() {
    setAsked(true);
    if (!name || badEmail || disarmed) return;
    const said = {
      name,
      email: value('email').trim() || undefined,
      company: value('company').trim() || undefined,
      title: value('title').trim() || undefined,
    };
    if (await saving.run(() => onRegister(said))) setDone(true);
  }

  function error(field: keyof Typed): string | null {
    if (!asked) return null;
    if (field === 'name' && !name) return t.needsName;
    return field === 'email' && badEmail ? t.noEmail : null;
  }

  if (done) {
    return (
      <p role="status" tabIndex={-1} ref={(words) => words?.focus()}>
        {t.registered}
      </p>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      aria-labelledby={title}
      data-form="register"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id={title} className={styles.title}>
        {t.register}
      </h2>
      {FIELDS.map((field) => (
        <Field
          key={field.name}
          label={field.name === 'name' ? t.facts.name : t.optional(t.facts[field.name])}
          name={field.name}
          type={field.type}
          dir="auto"
          maxLength={field.max}
          autoComplete="off"
          required={field.name === 'name'}
          value={value(field.name)}
          error={error(field.name)}
          onChange={(event) => setTyped({ ...typed, [field.name]: event.target.value })}
        />
      ))}
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.notSaved} /> : null}
      {disarmed ? <p className={styles.disarmed}>{disarmed}</p> : null}
      <div className={styles.buttons}>
        <Button type="submit" kind="sales" busy={saving.busy} off={disarmed !== null}>
          {t.register}
        </Button>
      </div>
    </form>
  );
}
