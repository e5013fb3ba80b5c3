import { useId, useState } from 'react';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Facet.module.css';

type Share<T> = { value: T; n: number };

type BoxesProps<T> = {
  title: string;
  name: string;
  shares: readonly Share<T>[];
  ticked: readonly T[];
  labelOf: (value: T) => string;
  onTick: (value: T) => void;
};

/** So many are shown before somebody asks for more. */
const FEW = 5;

/** Boxes to tick, each with how many lines that would show. */
export function Boxes<T extends string | null>(props: BoxesProps<T>) {
  const { title, name, shares, ticked, labelOf, onTick } = props;
  const t = reviewWords();
  const id = useId();
  const [all, setAll] = useState(false);
  // What is ticked stays in view even when nothing is left of it, or nobody could untick it.
  const gone = ticked.filter((one) => !shares.some(({ value }) => value === one));
  const every = [...shares, ...gone.map((value) => ({ value, n: 0 }))];
  const some = every.filter(({ value }, place) => all || place < FEW || ticked.includes(value));
  const rest = every.length - some.length;
  if (every.length === 0) return null;
  return (
    <fieldset className={styles.facet} data-facet={name}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.list}>
        {some.map(({ value, n }, place) => (
          <label key={value ?? ''} className={styles.box} htmlFor={`${id}-${place}`}>
            <input
              id={`${id}-${place}`}
              type="checkbox"
              name={name}
              value={value ?? ''}
              checked={ticked.includes(value)}
              onChange={() => onTick(value)}
            />
            <bdi>{labelOf(value)}</bdi>
            <span className={styles.n}>{number(n)}</span>
          </label>
        ))}
      </div>
      {rest > 0 || all ? (
        <Button kind="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.fewer : t.moreOf(rest)}
        </Button>
      ) : null}
    </fieldset>
  );
}

type RadiosProps<T> = {
  title: string;
  choices: { id: T; label: string; n: number }[];
  chosen: T | null;
  any: string;
  onChoose: (id: T | null) => void;
};

/** One of a few, or any. */
export function Radios<T extends string>({
  title,
  choices,
  chosen,
  any,
  onChoose,
}: RadiosProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles.facet}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.list}>
        {[{ id: null, label: any, n: null }, ...choices].map((choice) => (
          <label key={choice.id ?? ''} className={styles.box} htmlFor={`${id}-${choice.id}`}>
            <input
              id={`${id}-${choice.id}`}
              type="radio"
              name={id}
              value={choice.id ?? ''}
              checked={choice.id === chosen}
              onChange={() => onChoose(choice.id)}
            />
            <span>{choice.label}</span>
            <span className={styles.n}>{choice.n === null ? '' : number(choice.n)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
