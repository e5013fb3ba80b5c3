import { definitionWords } from '../../lib/words/definition.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import type { Form } from './form.ts';
import { Labelled, TextInput } from './Inputs.tsx';

/** What the definition is called, and where its numbers come from. */
export function About({ form }: { form: Form }) {
  const t = definitionWords().form;
  const { shown, was, edit } = form;
  const other = (before: string, now: string) => (before === now ? null : before);
  return (
    <Card title={t.about} part="about">
      <fieldset disabled={!form.mayEdit} className={styles.fields} aria-label={t.about}>
        <Labelled
          form={form}
          path={['name']}
          label={t.name}
          was={other(was.name, shown.name)}
          control={(ties) => (
            <TextInput
              {...ties}
              maxLength={200}
              value={shown.name}
              onChange={(name) => edit({ ...shown, name }, 'name')}
            />
          )}
        />
        <Labelled
          form={form}
          path={['preset', 'name']}
          label={t.presetName}
          was={other(was.preset.name, shown.preset.name)}
          control={(ties) => (
            <TextInput
              {...ties}
              maxLength={120}
              value={shown.preset.name}
              onChange={(name) =>
                edit({ ...shown, preset: { ...shown.preset, name } }, 'preset.name')
              }
            />
          )}
        />
        <Labelled
          form={form}
          path={['preset', 'source']}
          label={t.presetSource}
          was={other(was.preset.source, shown.preset.source)}
          control={(ties) => (
            <TextInput
              {...ties}
              maxLength={2048}
              value={shown.preset.source}
              onChange={(source) =>
                edit({ ...shown, preset: { ...shown.preset, source } }, 'preset.source')
              }
            />
          )}
        />
      </fieldset>
    </Card>
  );
}
