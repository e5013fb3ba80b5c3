import { useId, useState } from 'react';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { narrows, same } from './filter.ts';
import type { QueueState, ReviewCallbacks, ViewLine } from './props.ts';
import styles from './Views.module.css';

type Props = Pick<ReviewCallbacks, 'onFilter' | 'onSaveView' | 'onRenameView' | 'onDropView'> & {
  state: QueueState;
  views: ViewLine[];
};

/** Where one can go with one press; the filter of now can be kept under a name. */
export function Views(props: Props) {
  const { state, views, onFilter } = props;
  const t = reviewWords();
  const id = useId();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const here = views.find((view) => same(view.filter, state.filter)) ?? null;
  const own = here?.name === undefined || here?.name === null ? null : here;

  function named(name: string) {
    if (naming === 'new') props.onSaveView(name, state.filter);
    else if (own) props.onRenameView(own.id, name);
    setNaming(null);
  }

  return (
    <div className={styles.views}>
      <p id={id} className={styles.title}>
        {t.savedViews}
      </p>
      <ul className={styles.list} aria-labelledby={id}>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className={styles.view}
              aria-current={view === here ? 'true' : undefined}
              data-view={view.id}
              onClick={() => onFilter(view.filter)}
            >
              <bdi>{nameOf(view, state)}</bdi>
              <span className={styles.n}>{nOf(view, state)}</span>
            </button>
          </li>
        ))}
      </ul>
      {naming ? (
        <NameForm
          start={naming === 'rename' ? (own?.name ?? '') : ''}
          onName={named}
          onCancel={() => setNaming(null)}
        />
      ) : (
        <div className={styles.acts}>
          {!here && narrows(state.filter) ? (
            <Button
              kind="link"
              size="small"
              data-action="save-view"
              onClick={() => setNaming('new')}
            >
              {t.saveView}
            </Button>
          ) : null}
          {own ? (
            <>
              <Button
                kind="link"
                size="small"
                data-action="rename-view"
                onClick={() => setNaming('rename')}
              >
                {t.renameView}
              </Button>
              <Button
                kind="link"
                size="small"
                data-action="drop-view"
                onClick={() => props.onDropView(own.id)}
              >
                {t.dropView}
              </Button>
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

function nameOf({ id, name }: ViewLine, { marketingHours }: QueueState): string {
  if (name !== null) return name;
  const t = reviewWords();
  if (id === 'late') return t.olderThanPromise(marketingHours);
  if (id === 'score') return t.scoreIsWrong;
  return id === 'answered' ? t.answered : t.needsAnswer;
}

/** The first two and the answered ones are counted with every page, so they never lag behind the list. */
function nOf({ id, n }: ViewLine, { counts }: QueueState): string {
  if (id === 'open') return number(counts.open);
  if (id === 'late') return number(counts.late);
  if (id === 'answered') return number(counts.answered);
  return n === null ? '' : number(n);
}

type NameProps = { start: string; onName: (name: string) => void; onCancel: () => void };

function NameForm({ start, onName, onCancel }: NameProps) {
  const t = reviewWords();
  const [name, setName] = useState(start);
  const [asked, setAsked] = useState(false);
  const empty = name.trim() === '';
  return (
    <form
      className={styles.form}
      noValidate
      data-form="view"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!empty) onName(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <Field
        label={t.viewName}
        name="view"
        autoComplete="off"
        maxLength={60}
        ref={(field) => field?.focus()}
        value={name}
        error={asked && empty ? t.viewNeedsName : null}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" data-action="keep-view">
          {t.keepView}
        </Button>
        <Button kind="quiet" size="small" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
