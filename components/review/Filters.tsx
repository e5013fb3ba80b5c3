import { useEffect, useRef, useState } from 'react';
import type { ReviewFacets, ReviewFilter, SaidKind } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { flags, verdicts } from '../ui/words.ts';
import { Boxes, Radios } from './Facet.tsx';
import styles from './Filters.module.css';
import { AGES, EVERYTHING, narrows, toggled } from './filter.ts';
import { PointsFacet } from './PointsFacet.tsx';
import type { QueueState, ReviewCallbacks, ViewLine } from './props.ts';
import { Views } from './Views.tsx';

type Props = Pick<ReviewCallbacks, 'onFilter' | 'onSaveView' | 'onRenameView' | 'onDropView'> & {
  state: QueueState;
  views: ViewLine[];
};

/** What to look at: views with one press, and every part of the filter with what a press on it would show. */
export function Filters(props: Props) {
  const { state, onFilter } = props;
  const t = reviewWords();
  const on = narrows(state.filter);
  return (
    <nav tabIndex={-1} className={styles.filters} data-part="filters" aria-label={t.whatToLookAt}>
      <Views {...props} />
      <details className={styles.more}>
        <summary>{on ? t.filterOn : t.filter}</summary>
        <div className={styles.parts}>
          <TextFilter
            text={state.filter.text}
            onText={(text) => onFilter({ ...state.filter, text })}
          />
          {state.facets ? (
            <Parts filter={state.filter} facets={state.facets} onFilter={onFilter} />
          ) : null}
          {on ? (
            <Button
              size="small"
              data-action="clear-filter"
              onClick={() => onFilter({ ...EVERYTHING, state: state.filter.state })}
            >
              {t.clearFilter}
            </Button>
          ) : null}
        </div>
      </details>
    </nav>
  );
}

type PartsProps = {
  filter: ReviewFilter;
  facets: ReviewFacets;
  onFilter: (filter: ReviewFilter) => void;
};

const SAID: readonly SaidKind[] = [
  'rejected',
  'disqualified',
  'score_too_high',
  'score_too_low',
  'signal_wrong',
];

function Parts({ filter, facets, onFilter }: PartsProps) {
  const t = reviewWords();
  const change = (part: Partial<ReviewFilter>) => onFilter({ ...filter, ...part });
  const labelled = (label: string | null) => label ?? t.noneKnown;
  const saidN = (kind: SaidKind) => facets.said.find(({ value }) => value === kind)?.n ?? 0;
  return (
    <>
      <Boxes
        title={t.whatSalesSaid}
        name="said"
        shares={SAID.map((value) => ({ value, n: saidN(value) }))}
        ticked={filter.said}
        labelOf={saidLabel}
        onTick={(one) => change({ said: toggled(filter.said, one) })}
      />
      <Boxes
        title={t.reason}
        name="reason"
        shares={facets.reasons}
        ticked={filter.reasons}
        labelOf={(reason) => reason ?? t.noReason}
        onTick={(one) => change({ reasons: toggled(filter.reasons, one) })}
      />
      <Boxes
        title={t.source}
        name="source"
        shares={facets.sources}
        ticked={filter.sources}
        labelOf={labelled}
        onTick={(one) => change({ sources: toggled(filter.sources, one) })}
      />
      <Boxes
        title={t.campaign}
        name="campaign"
        shares={facets.campaigns}
        ticked={filter.campaigns}
        labelOf={labelled}
        onTick={(one) => change({ campaigns: toggled(filter.campaigns, one) })}
      />
      <PointsFacet
        key={`${filter.points?.from} ${filter.points?.to}`}
        shares={facets.points}
        chosen={filter.points}
        onChoose={(points) => change({ points })}
      />
      <Radios
        title={t.age}
        choices={AGES.map(({ id }) => ({ id, label: t.ages[id], n: facets.waited[id] }))}
        chosen={AGES.find(({ from, to }) => isAge(filter, from, to))?.id ?? null}
        any={t.anyAge}
        onChoose={(id) => {
          const age = AGES.find((each) => each.id === id);
          change({ hours: age ? { from: age.from, to: age.to } : null });
        }}
      />
      <Boxes
        title={t.rep}
        name="rep"
        shares={facets.reps.map(({ memberId, n }) => ({ value: memberId, n }))}
        ticked={filter.reps}
        labelOf={(rep) => facets.reps.find(({ memberId }) => memberId === rep)?.name ?? t.oneRep}
        onTick={(one) => change({ reps: toggled(filter.reps, one) })}
      />
    </>
  );
}

const isAge = ({ hours }: ReviewFilter, from: number, to: number | null) =>
  hours?.from === from && hours.to === to;

function saidLabel(kind: SaidKind): string {
  return kind === 'rejected' || kind === 'disqualified' ? verdicts()[kind].said : flags()[kind];
}

/** Long enough not to ask at every letter, short enough to feel at once. */
const PAUSE_MS = 250;

function TextFilter({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = reviewWords();
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  const say = useRef(onText);
  say.current = onText;
  // Another view or the back button: the field follows, unless it is what was typed here that arrives.
  if (text !== shown) {
    setShown(text);
    if (text !== typed.trim()) setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => say.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <Field
      label={t.filterText}
      name="filter-text"
      type="search"
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
