import { useEffect, useRef } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import { type FactName, factName, type Recipe } from '../../lib/contract/recipe.ts';
import { list } from '../../lib/words/numbers.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { CrmView } from './crm-props.ts';
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
  const t = optionsWords().takeIn;
  const whole = useRef<HTMLElement>(null);
  useEffect(() => whole.current?.focus(), []);
  return (
    <section
      ref={whole}
      tabIndex={-1}
      className={styles.preview}
      aria-label={t.recipeFor(recipe.name)}
      data-preview={recipe.id}
    >
      <p>
        <Fill
          text={t.from}
          name={<bdi className={styles.title}>{recipe.name}</bdi>}
          file={<bdi>{file}</bdi>}
        />
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t.at}</dt>
          <dd>
            {[...new Set(Object.values(recipe.records).flat())].map((template) => (
              <bdi key={template} className={styles.address}>
                {template}
              </bdi>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t.reads}</dt>
          <dd>{factWords(recipe)}</dd>
        </div>
      </dl>
      {replaced ? <p>{replacedWords(replaced)}</p> : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={styles.buttons}>
        <Button kind="marketing" size="small" busy={busy} data-action="add-recipe" onClick={onAdd}>
          {t.add}
        </Button>
        <Button size="small" data-action="cancel-recipe" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}

/** @returns `name, email and company`; those that stand in no fixed place are found by their labels */
function factWords({ page, pages, panels }: Recipe): string {
  const read = [page, ...Object.values(pages ?? {}), ...(panels ?? [])].map(({ facts }) => facts);
  const there = new Set(read.flatMap((facts) => Object.keys(facts ?? {})));
  const named = factName.options.filter((fact: FactName) => there.has(fact));
  const { takeIn: t, facts } = optionsWords();
  const all = list(named.map((fact) => facts[fact]));
  if (page.onlyPlaces) return all || t.nothingRead;
  return all ? t.andLabels(all) : t.labels;
}

function replacedWords({ name, from }: CrmView): string {
  const t = optionsWords().takeIn;
  return from === 'own' ? t.replaces(name) : t.instead(name);
}
