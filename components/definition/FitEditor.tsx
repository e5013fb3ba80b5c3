import type { FitRule } from '../../lib/contract/definition.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import styles from './Editors.module.css';
import { FitTest } from './FitTest.tsx';
import { type Form, type Path, withFit } from './form.ts';
import { Choice, Labelled, TextInput } from './Inputs.tsx';
import { RuleNames } from './RuleNames.tsx';

type Props = {
  form: Form;
  place: number;
  rule: FitRule;
  isNew: boolean;
  onRename: (id: string) => void;
};

const KINDS = [
  'contains',
  'between',
  'mail-domain',
  'business-mail',
  'free-mail',
  'came-from',
] as const;

/** Each kind of test before anything is said of it. */
const EMPTY: Record<(typeof KINDS)[number], FitRule['test']> = {
  contains: { is: 'contains', attribute: 'title', words: [] },
  between: { is: 'between', attribute: 'employees', from: 1 },
  'mail-domain': { is: 'mail-domain', domains: [] },
  'business-mail': { is: 'business-mail' },
  'free-mail': { is: 'free-mail' },
  'came-from': { is: 'came-from', first: 'source', values: [] },
};

/** Everything the grammar lets one say of a fit rule, besides its points, which stand in its row. */
export function FitEditor({ form, place, rule, isNew, onRename }: Props) {
  const t = definitionWords().form;
  const path: Path = ['fit', place];
  const edit = (part: Partial<FitRule>, field: string | null) =>
    form.edit(
      withFit(form.shown, place, { ...rule, ...part }),
      field && [...path, field].join('.'),
    );
  return (
    <div className={styles.fields}>
      <RuleNames
        form={form}
        path={path}
        rule={rule}
        isNew={isNew}
        edit={edit}
        onRename={onRename}
      />
      <Labelled
        form={form}
        path={[...path, 'test']}
        label={t.test}
        control={(ties) => (
          <Choice
            {...ties}
            value={rule.test.is}
            choices={KINDS.map((kind) => [kind, t.tests[kind]] as const)}
            onChange={(kind) => edit({ test: EMPTY[kind] }, null)}
          />
        )}
      />
      <FitTest
        form={form}
        path={[...path, 'test']}
        test={rule.test}
        onChange={(test, field) => edit({ test }, field && `test.${field}`)}
      />
      <Labelled
        form={form}
        path={[...path, 'group']}
        label={t.group}
        control={(ties) => (
          <TextInput
            {...ties}
            maxLength={60}
            value={rule.group ?? ''}
            onChange={(group) => edit({ group: group === '' ? undefined : group }, 'group')}
          />
        )}
      />
    </div>
  );
}
