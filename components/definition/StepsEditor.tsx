import type { EngagementRule, Step } from '../../lib/contract/definition.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Editors.module.css';
import type { EditRule } from './EngagementEditor.tsx';
import { type Form, issueAt, type Path, replaced } from './form.ts';
import inputs from './Inputs.module.css';
import { Check } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';
import { sayIssue } from './say-issue.ts';

type Props = { form: Form; path: Path; rule: EngagementRule; edit: EditRule };

/** Points in bins, where a second event is not worth as much as the first. */
export function StepsEditor({ form, path, rule, edit }: Props) {
  const t = definitionWords().form;
  const steps = rule.steps ?? [];
  const issue = issueAt(form, [...path, 'steps'], true);
  const last = steps.at(-1);
  const set = (next: Step[], field: string | null) =>
    edit({ steps: next.length > 0 ? next : undefined }, field);
  const add = () =>
    set([...steps, { from: (last?.from ?? 0) + 1, points: last?.points ?? rule.points }], null);
  return (
    <div className={styles.wide}>
      <p className={styles.name}>
        {t.steps}. {t.stepsHint}
      </p>
      <ul className={styles.steps}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <li key={at} className={styles.step}>
            <span>{t.stepFrom}</span>
            <NumberInput
              name={[...path, 'steps', at, 'from'].join('.')}
              aria-label={t.stepFrom}
              value={step.from}
              onChange={(from) => set(replaced(steps, at, { ...step, from }), `steps.${at}.from`)}
            />
            <NumberInput
              signed
              name={[...path, 'steps', at, 'points'].join('.')}
              aria-label={t.points}
              value={step.points}
              onChange={(points) =>
                set(replaced(steps, at, { ...step, points }), `steps.${at}.points`)
              }
            />
            <span>{t.stepPoints}</span>
            {form.mayEdit ? (
              <IconButton
                icon="close"
                label={t.removeStep(at + 1)}
                onClick={() => set(replaced(steps, at, null), null)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {issue ? <p className={inputs.issue}>{sayIssue(issue)}</p> : null}
      {form.mayEdit && steps.length < 12 ? (
        <Button size="small" kind="quiet" data-action="add-step" onClick={add}>
          {t.addStep}
        </Button>
      ) : null}
      {steps.length > 0 ? (
        <Check
          name={[...path, 'turns'].join('.')}
          label={t.turns}
          on={rule.turns === true}
          onChange={(on) => edit({ turns: on || undefined }, null)}
        />
      ) : null}
    </div>
  );
}
