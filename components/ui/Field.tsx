import { type ComponentProps, useId } from 'react';
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

/** A labelled line to type into, with its hint and what is wrong with it. */
export function Field({ label, hint, error, ...input }: InputProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={styles.input}
        aria-describedby={about(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

type AreaProps = Common & Omit<ComponentProps<'textarea'>, 'className' | 'id'>;

/** As `Field`, for several lines; grows with what is typed where the browser can. */
export function TextField({ label, hint, error, ...area }: AreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        dir="auto"
        {...area}
        id={id}
        className={styles.area}
        aria-describedby={about(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

type SelectProps = Common & Omit<ComponentProps<'select'>, 'className' | 'id'>;

/** As `Field`, for one of a few. */
export function SelectField({ label, hint, error, children, ...select }: SelectProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        {...select}
        id={id}
        className={styles.input}
        aria-describedby={about(id, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </select>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}
