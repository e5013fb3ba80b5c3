import { same } from '../../lib/contract/same.ts';
import { type Stage, stage } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { stages } from '../ui/words.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import type { Form } from './form.ts';
import { Labelled, TextInput } from './Inputs.tsx';

/** What both sides call each stage, and mean by it. */
export function Stages({ form }: { form: Form }) {
  return (
    <Card title={definitionWords().form.stages} part="stages">
      <ul className={styles.reasons}>
        {stage.options.map((each) => (
          <OneStage key={each} form={form} stage={each} />
        ))}
      </ul>
    </Card>
  );
}

function OneStage({ form, stage: name }: { form: Form; stage: Stage }) {
  const t = definitionWords().form;
  const { short, long } = stages()[name];
  const [was, now] = [form.was.stages[name], form.shown.stages[name]];
  const set = (label: string, means: string, field: string) => {
    const { [name]: _, ...others } = form.shown.stages;
    const next = label === '' && means === '' ? others : { ...others, [name]: { label, means } };
    form.edit({ ...form.shown, stages: next }, `stages.${name}.${field}`);
  };
  return (
    <li className={styles.reason} data-differs={same(was, now) ? undefined : ''}>
      <details>
        <summary>
          <bdi>{now?.label || short}</bdi>{' '}
          <bdi className={styles.muted}>{now ? now.means : t.usual}</bdi>
        </summary>
        <fieldset disabled={!form.mayEdit} className={styles.fields} aria-label={long}>
          <Labelled
            form={form}
            path={['stages', name, 'label']}
            label={t.stageLabel(short)}
            control={(ties) => (
              <TextInput
                {...ties}
                maxLength={40}
                value={now?.label ?? ''}
                onChange={(label) => set(label, now?.means ?? '', 'label')}
              />
            )}
          />
          <Labelled
            form={form}
            path={['stages', name, 'means']}
            label={t.stageMeans(short)}
            control={(ties) => (
              <TextInput
                {...ties}
                maxLength={240}
                value={now?.means ?? ''}
                // A meaning alone keeps the usual name.
                onChange={(means) => set(now?.label ?? short, means, 'means')}
              />
            )}
          />
        </fieldset>
      </details>
    </li>
  );
}
