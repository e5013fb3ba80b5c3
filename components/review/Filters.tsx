import { useId } from 'react';
import type { ReviewState } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import styles from './Filters.module.css';
import { counted, type Filter, narrows, toggled } from './filter.ts';
import type { QueueState } from './props.ts';
import { what } from './said-words.ts';

type Props = {
  state: QueueState;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onShow: (showing: ReviewState) => void;
};

const STATES = ['open', 'answered'] as const;

/** What to look at: open or answered, and among the loaded ones what sales said and why. */
export function Filters({ state, filter, onFilter, onShow }: Props) {
  const t = reviewWords();
  const said = counted(state.lines.map(({ entry }) => what(entry)));
  const reasons = counted(state.lines.map(({ entry }) => entry.reason));
  return (
    <nav className={styles.filters} aria-label={t.whatToLookAt}>
      <ul className={styles.states}>
        {STATES.map((showing) => (
          <li key={showing}>
            <button
              type="button"
              className={styles.state}
              aria-current={state.showing === showing ? 'true' : undefined}
              data-show={showing}
              onClick={() => onShow(showing)}
            >
              <span>{showing === 'open' ? t.needsAnswer : t.answered}</span>
              <span>{state.counts[showing]}</span>
            </button>
          </li>
        ))}
      </ul>
      <details className={styles.more}>
        <summary>{narrows(filter) ? t.filterOn : t.filter}</summary>
        <Boxes
          title={t.whatSalesSaid}
          values={said}
          ticked={filter.said}
          onTick={(one) => onFilter({ ...filter, said: toggled(filter.said, one) })}
        />
        <Boxes
          title={t.reason}
          values={reasons}
          ticked={filter.reasons}
          onTick={(one) => onFilter({ ...filter, reasons: toggled(filter.reasons, one) })}
        />
      </details>
    </nav>
  );
}

type BoxesProps = {
  title: string;
  values: { value: string; count: number }[];
  ticked: ReadonlySet<string>;
  onTick: (value: string) => void;
};

function Boxes({ title, values, ticked, onTick }: BoxesProps) {
  const id = useId();
  if (values.length === 0) return null;
  return (
    <fieldset className={styles.boxes}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.list}>
        {values.map(({ value, count }, index) => (
          <label key={value} className={styles.box} htmlFor={`${id}-${index}`}>
            <input
              id={`${id}-${index}`}
              type="checkbox"
              checked={ticked.has(value)}
              onChange={() => onTick(value)}
            />
            <bdi>{value}</bdi>
            <span className={styles.count}>{count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
