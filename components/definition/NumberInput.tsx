import { useState } from 'react';
import { definitionWords } from '../../lib/words/definition.ts';
import { classes } from '../ui/classes.ts';
import styles from './Inputs.module.css';
import { typed, untyped } from './numbers.ts';
import type { Ties } from './ties.ts';

type Props = Ties & {
  /** Null shows an empty field. */
  value: number | null;
  onChange: (to: number) => void;
  /** Emptied; without it an empty field is a mistake. */
  onClear?: () => void;
  /** Shows a plus. */
  signed?: boolean;
  /** Shown as a hundred times as much. */
  percent?: boolean;
  /** Looks like text until somebody points at it: for cells of a table. */
  cell?: boolean;
  placeholder?: string;
};

/** A number to type. What is no number stays in the field while somebody types, and never gets any further. */
export function NumberInput({
  value,
  onChange,
  onClear,
  signed,
  percent,
  cell,
  placeholder,
  ...ties
}: Props) {
  const [text, setText] = useState<string | null>(null);
  const factor = percent ? 100 : 1;
  const shown = value === null ? '' : typed(value * factor, signed);
  const empty = text?.trim() === '';
  const wrong = text !== null && untyped(text) === null && !(empty && onClear);

  function type(next: string) {
    setText(next);
    const number = untyped(next);
    if (number !== null) onChange(Math.round((number / factor) * 1e6) / 1e6);
    else if (next.trim() === '') onClear?.();
  }

  return (
    <input
      {...ties}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      className={classes(styles.input, styles.number, cell && styles.cell)}
      value={text ?? shown}
      aria-invalid={wrong || ties['aria-invalid'] || undefined}
      title={wrong ? definitionWords().form.notNumber : undefined}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setText(null)}
    />
  );
}
