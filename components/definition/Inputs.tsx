import { type ReactNode, useId, useState } from 'react';
import { definitionWords } from '../../lib/words/definition.ts';
import { classes } from '../ui/classes.ts';
import text from '../ui/text.module.css';
import { type Form, issueAt, type Path } from './form.ts';
import styles from './Inputs.module.css';
import { sayIssue } from './say-issue.ts';
import type { Ties } from './ties.ts';

type LabelledProps = {
  form: Form;
  path: Path;
  label: string;
  hint?: string;
  /** The value before, where it was another. */
  was?: string | null | undefined;
  /** Label and control side by side, for a list of values. */
  row?: boolean;
  /** Takes up faults of what is inside, too. */
  inside?: boolean;
  control: (ties: Ties) => ReactNode;
};

/** A label, its control, what it said before, and what is wrong with it. */
export function Labelled({ form, path, label, hint, was, row, inside, control }: LabelledProps) {
  const id = useId();
  const issue = issueAt(form, path, inside);
  const about = [hint && `${id}-hint`, issue && `${id}-issue`].filter(Boolean).join(' ');
  const ties: Ties = {
    id,
    name: path.join('.'),
    'aria-describedby': about || undefined,
    'aria-invalid': issue ? true : undefined,
  };
  return (
    <div
      className={row ? styles.row : styles.field}
      data-differs={was === null || was === undefined ? undefined : ''}
    >
      <label htmlFor={id}>{label}</label>
      <span className={row ? styles.value : undefined}>
        {row ? <Was was={was} /> : null}
        {control(ties)}
      </span>
      {row ? null : <Was was={was} />}
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {issue ? (
        <p id={`${id}-issue`} className={styles.issue}>
          {sayIssue(issue)}
        </p>
      ) : null}
    </div>
  );
}

/** What stood here before, struck through. */
export function Was({ was }: { was: string | null | undefined }) {
  if (was === null || was === undefined) return null;
  return (
    <span className={styles.was}>
      <span className={text.hidden}>{definitionWords().form.was(was)}</span>
      <s aria-hidden="true">
        <bdi>{was}</bdi>
      </s>
    </span>
  );
}

type TextProps = Ties & { value: string; onChange: (to: string) => void; maxLength: number };

export function TextInput({ value, onChange, ...rest }: TextProps) {
  return (
    <input
      {...rest}
      type="text"
      dir="auto"
      autoComplete="off"
      className={styles.input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

type LinesProps = Ties & { value: readonly string[]; onChange: (to: string[]) => void };

/** Several short texts, one a line. */
export function LinesInput({ value, onChange, ...ties }: LinesProps) {
  const [typing, setTyping] = useState<string | null>(null);
  function type(next: string) {
    setTyping(next);
    const lines = next.split('\n').map((line) => line.trim());
    onChange(lines.filter((line) => line !== ''));
  }
  return (
    <textarea
      {...ties}
      dir="auto"
      rows={2}
      className={classes(styles.input, styles.area)}
      value={typing ?? value.join('\n')}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyping(null)}
    />
  );
}

type ChoiceProps<T extends string> = Ties & {
  value: T;
  choices: readonly (readonly [value: T, label: string])[];
  onChange: (to: T) => void;
};

export function Choice<T extends string>({ value, choices, onChange, ...ties }: ChoiceProps<T>) {
  return (
    <select
      {...ties}
      className={styles.input}
      value={value}
      onChange={(event) => {
        const [chosen] = choices.find(([each]) => each === event.target.value) ?? [];
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {choices.map(([each, label]) => (
        <option key={each} value={each}>
          {label}
        </option>
      ))}
    </select>
  );
}

type CheckProps = { label: string; name: string; on: boolean; onChange: (on: boolean) => void };

export function Check({ label, name, on, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        name={name}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
