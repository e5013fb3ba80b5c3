import { type FormEvent, useId, useState } from 'react';
import type { ReviewFilter } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import facet from './Facet.module.css';
import styles from './PointsFacet.module.css';

type Props = {
  /** By tens: `value` is where the ten begins. */
  shares: { value: number; n: number }[];
  chosen: ReviewFilter['points'];
  onChoose: (points: ReviewFilter['points']) => void;
};

/** How the points lay when it was said, and from where to where to look. */
export function PointsFacet({ shares, chosen, onChoose }: Props) {
  const t = reviewWords();
  const id = useId();
  const tens = inTens(shares);
  const [first, last] = [tens[0]?.value ?? 0, (tens.at(-1)?.value ?? 0) + 9];
  const [from, setFrom] = useState(`${chosen?.from ?? ''}`);
  const [to, setTo] = useState(`${chosen?.to ?? ''}`);
  if (tens.length === 0 && !chosen) return null;
  const most = Math.max(1, ...tens.map(({ n }) => n));
  const outside = (ten: number) => chosen && (ten + 9 < chosen.from || ten > chosen.to);

  function choose(event: FormEvent) {
    event.preventDefault();
    const low = whole(from);
    const high = whole(to);
    if (low === null && high === null) onChoose(null);
    else {
      const ends = [low ?? Math.min(first, high ?? first), high ?? Math.max(last, low ?? last)];
      onChoose({ from: Math.min(...ends), to: Math.max(...ends) });
    }
  }

  return (
    <fieldset className={facet.facet} data-facet="points">
      <legend className={facet.legend}>{t.pointsWhenSaid}</legend>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${Math.max(1, tens.length)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {tens.map(({ value, n }, place) => (
          <rect
            key={value}
            className={outside(value) ? styles.out : styles.in}
            x={place + 0.06}
            width={0.88}
            y={1 - n / most}
            height={n / most}
          />
        ))}
      </svg>
      <form className={styles.ends} noValidate data-form="points" onSubmit={choose}>
        <label className={styles.end} htmlFor={`${id}-from`}>
          {t.from}
          <input
            id={`${id}-from`}
            name="points-from"
            type="number"
            placeholder={`${first}`}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className={styles.end} htmlFor={`${id}-to`}>
          {t.to}
          <input
            id={`${id}-to`}
            name="points-to"
            type="number"
            placeholder={`${last}`}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <Button type="submit" size="small">
          {t.apply}
        </Button>
      </form>
    </fieldset>
  );
}

/** @returns every ten from the lowest to the highest, the empty ones too, or the distances would lie */
function inTens(shares: Props['shares']): Props['shares'] {
  if (shares.length === 0) return [];
  const counts = new Map(shares.map(({ value, n }) => [value, n]));
  const values = [...counts.keys()];
  const low = Math.min(...values);
  const count = Math.min(60, (Math.max(...values) - low) / 10 + 1);
  return Array.from({ length: count }, (_, place) => {
    const value = low + place * 10;
    return { value, n: counts.get(value) ?? 0 };
  });
}

function whole(typed: string): number | null {
  const value = Number.parseInt(typed, 10);
  return Number.isNaN(value) ? null : value;
}
