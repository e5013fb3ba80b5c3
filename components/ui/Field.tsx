import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

type Common = { label: string; hint?: string; error?: string | null };

type InputProps = Common & Omit<ComponentProps<'input'>, 'className' | 'id'>;

function about(id: string, hint?: string, error?: string | null): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return ids || undefined;
}

function Notes({ id, hint, error }: { id: string } & Omit<Common, 'label'>) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

/** What a control is given to be tied to its label and notes. */
type Ties = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** A label, the control it is for, its hint and what is wrong with it. */
function Labelled({
  label,
  hint,
  error,
  control,
}: Common & { control: (ties: Ties) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {control({
        id,
        'aria-describedby': about(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

/** A labelled line to type into, with its hint and what is wrong with it. */
export function Field({ label, hint, error, ...input }: InputProps) {
  const control = (ties: Ties) => <input {...input} {...ties} className={styles.input} />;
  return <Labelled label={label} hint={hint} error={error} control={control} />;
}

type AreaProps = Common & Omit<ComponentProps<'textarea'>, 'className' | 'id'>;

/** As `Field`, for several lines; grows with what is typed where the browser can. */
export function TextField({ label, hint, error, ...area }: AreaProps) {
  const control = (ties: Ties) => (
    <textarea dir="auto" {...area} {...ties} className={styles.area} />
  );
  return <Labelled label={label} hint={hint} error={error} control={control} />;
}

type SelectProps = Common & Omit<ComponentProps<'select'>, 'className' | 'id'>;

/** As `Field`, for one of a few. */
export function SelectField({ label, hint, error, children, ...select }: SelectProps) {
  const control = (ties: Ties) => (
    <select {...select} {...ties} className={styles.input}>
      {children}
    </select>
  );
  return <Labelled label={label} hint={hint} error={error} control={control} />;
}
