import { useId, useRef, useState } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Recipe } from '../../lib/contract/recipe.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { CrmProps } from './crm-props.ts';
import { RecipePreview } from './RecipePreview.tsx';
import styles from './TakeIn.module.css';

type Props = Pick<CrmProps, 'crms' | 'onOpenRecipe' | 'onAddRecipe'> & {
  onAddAddress: (id: CrmId) => void;
};

/** A recipe from a file: looked into first, and added only when the person has seen what it is. */
export function TakeIn({ crms, onOpenRecipe, onAddRecipe, onAddAddress }: Props) {
  const t = optionsWords().takeIn;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<{ file: string; recipe: Recipe } | null>(null);
  const [refused, setRefused] = useState<{ file: string; problem: Problem } | null>(null);
  const [added, setAdded] = useState<Recipe | null>(null);
  const saving = useSaving();

  async function open(file: File) {
    setOpened(null);
    setRefused(null);
    setAdded(null);
    saving.clear();
    const answer = await onOpenRecipe(file);
    if (answer.ok) setOpened({ file: file.name, recipe: answer.value });
    else setRefused({ file: file.name, problem: answer.problem });
  }

  function close() {
    setOpened(null);
    input.current?.focus();
  }

  async function add(recipe: Recipe) {
    if (!(await saving.run(() => onAddRecipe(recipe)))) return;
    setAdded(recipe);
    close();
  }

  return (
    <div className={styles.takeIn}>
      <label className={styles.label} htmlFor={id}>
        <input
          ref={input}
          id={id}
          type="file"
          name="recipe"
          accept=".json,application/json"
          className={styles.input}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void open(file);
            // The same file, mended, can be chosen again.
            event.target.value = '';
          }}
        />
        {t.open}
      </label>
      {refused ? (
        <div>
          <p className={styles.file}>
            <Fill text={t.nothing} file={<bdi>{refused.file}</bdi>} />
          </p>
          <ProblemNotice problem={refused.problem} />
        </div>
      ) : null}
      {opened ? (
        <RecipePreview
          file={opened.file}
          recipe={opened.recipe}
          replaced={crms.find((crm) => crm.id === opened.recipe.id) ?? null}
          busy={saving.busy}
          problem={saving.problem}
          onAdd={() => void add(opened.recipe)}
          onCancel={close}
        />
      ) : null}
      <p role="status">
        {added ? (
          <Fill
            text={t.added}
            name={<bdi>{added.name}</bdi>}
            act={
              <Button kind="link" data-action="use-added" onClick={() => onAddAddress(added.id)}>
                {t.addAddress}
              </Button>
            }
          />
        ) : null}
      </p>
    </div>
  );
}
