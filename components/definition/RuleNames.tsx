import { definitionWords } from '../../lib/words/definition.ts';
import type { Form, Path } from './form.ts';
import { Labelled, TextInput } from './Inputs.tsx';

type Props = {
  form: Form;
  path: Path;
  rule: { label: string; id: string };
  isNew: boolean;
  edit: (part: { label: string } | { id: string }, field: string) => void;
  onRename: (id: string) => void;
};

/** What a rule is called, and, until it was in force once, what it is known by. */
export function RuleNames({ form, path, rule, isNew, edit, onRename }: Props) {
  const t = definitionWords().form;
  return (
    <>
      <Labelled
        form={form}
        path={[...path, 'label']}
        label={t.label}
        control={(ties) => (
          <TextInput
            {...ties}
            maxLength={120}
            value={rule.label}
            onChange={(label) => edit({ label }, 'label')}
          />
        )}
      />
      {isNew ? (
        <Labelled
          form={form}
          path={[...path, 'id']}
          label={t.id}
          hint={t.idHint}
          control={(ties) => (
            <TextInput
              {...ties}
              maxLength={60}
              value={rule.id}
              onChange={(id) => {
                edit({ id }, 'id');
                onRename(id);
              }}
            />
          )}
        />
      ) : null}
    </>
  );
}
