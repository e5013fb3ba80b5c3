import { useEffect, useRef } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { type FactName, factName, type Recipe } from '../../lib/contract/recipe.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { CrmView } from './crm-props.ts';
import { FACTS } from './crm-words.ts';
import styles from './TakeIn.module.css';

type Props = {
  file: string;
  recipe: Recipe;
  /** The recipe of the same id that there is already. */
  replaced: CrmView | null;
  busy: boolean;
  problem: Problem | null;
  onAdd: () => void;
  onCancel: () => void;
};

/** What stands in a recipe, before it is kept. */
export function RecipePreview(props: Props) {
  const { file, recipe, replaced, busy, problem, onAdd, onCancel } = props;
  const whole = useRef<HTMLElement>(null);
  useEffect(() => whole.current?.focus(), []);
  return (
    <section
      ref={whole}
      tabIndex={-1}
      className={styles.preview}
      aria-label={`Recipe for ${recipe.name}`}
      data-preview={recipe.id}
    >
      <p>
        <bdi className={styles.title}>{recipe.name}</bdi>, from <bdi>{file}</bdi>
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Records are at</dt>
          <dd>
            {[...new Set(Object.values(recipe.records).flat())].map((template) => (
              <bdi key={template} className={styles.address}>
                {template}
              </bdi>
            ))}
          </dd>
        </div>
        <div>
          <dt>It reads</dt>
          <dd>{factWords(recipe)}</dd>
        </div>
      </dl>
      {replaced ? <p>{replacedWords(replaced)}</p> : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={styles.buttons}>
        <Button kind="marketing" size="small" busy={busy} data-action="add-recipe" onClick={onAdd}>
          Add
        </Button>
        <Button size="small" data-action="cancel-recipe" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

/** @returns `name, email and company`; those that stand in no fixed place are found by their labels */
function factWords({ page, pages, panels }: Recipe): string {
  const all = [page, ...Object.values(pages ?? {}), ...(panels ?? [])].map(({ facts }) => facts);
  const there = new Set(all.flatMap((facts) => Object.keys(facts ?? {})));
  const named = factName.options.filter((fact: FactName) => there.has(fact));
  const list = new Intl.ListFormat('en-GB').format(named.map((fact) => FACTS[fact]));
  if (page.onlyPlaces) return list || 'nothing';
  return list ? `${list}, and what the page labels` : 'what the page labels';
}

function replacedWords({ name, from }: CrmView): string {
  return from === 'own'
    ? `It replaces ${name}, which you have already.`
    : `You use it instead of ${name} from your team.`;
}
