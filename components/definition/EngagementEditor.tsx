import type { EngagementRule } from '../../lib/contract/definition.ts';
import { engagementKind } from '../../lib/contract/words.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import styles from './Editors.module.css';
import { type Form, type Path, withEngagement } from './form.ts';
import { Check, Choice, Labelled, LinesInput } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';
import { RuleNames } from './RuleNames.tsx';
import { StepsEditor } from './StepsEditor.tsx';

type Props = {
  form: Form;
  place: number;
  rule: EngagementRule;
  isNew: boolean;
  onRename: (id: string) => void;
};

/** Everything the grammar lets one say of an engagement rule, besides points and cap, which stand in its row. */
export function EngagementEditor({ form, place, rule, isNew, onRename }: Props) {
  const t = definitionWords().form;
  const path: Path = ['engagement', place];
  const edit = (part: Partial<EngagementRule>, field: string | null) =>
    form.edit(
      withEngagement(form.shown, place, { ...rule, ...part }),
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
        path={[...path, 'kind']}
        label={t.kind}
        control={(ties) => (
          <Choice
            {...ties}
            value={rule.kind}
            choices={engagementKind.options.map((kind) => [kind, t.kinds[kind]] as const)}
            onChange={(kind) => edit({ kind }, null)}
          />
        )}
      />
      <Where form={form} path={path} rule={rule} edit={edit} />
      <Labelled
        form={form}
        path={[...path, 'perDay']}
        label={t.perDay}
        control={(ties) => (
          <NumberInput
            {...ties}
            value={rule.perDay}
            onChange={(perDay) => edit({ perDay }, 'perDay')}
          />
        )}
      />
      <Check
        name={[...path, 'handsOver'].join('.')}
        label={t.handsOver}
        on={rule.handsOver === true}
        onChange={(on) => edit({ handsOver: on || undefined }, null)}
      />
      <StepsEditor form={form} path={path} rule={rule} edit={edit} />
    </div>
  );
}

export type EditRule = (part: Partial<EngagementRule>, field: string | null) => void;
type PartProps = { form: Form; path: Path; rule: EngagementRule; edit: EditRule };

const WHERE = ['path', 'title', 'name', 'campaign'] as const;

function Where({ form, path, rule, edit }: PartProps) {
  const t = definitionWords().form;
  const { where } = rule;
  const choices = [
    ['', t.anywhere] as const,
    ...WHERE.map((field) => [field, t.whereFields[field]] as const),
  ];
  return (
    <>
      <Labelled
        form={form}
        path={[...path, 'where']}
        label={t.where}
        control={(ties) => (
          <Choice
            {...ties}
            value={where?.field ?? ''}
            choices={choices}
            onChange={(field) =>
              edit(
                {
                  where: field === '' ? undefined : { field, contains: where?.contains ?? [] },
                },
                null,
              )
            }
          />
        )}
      />
      {where ? (
        <Labelled
          form={form}
          path={[...path, 'where', 'contains']}
          inside
          label={t.contains}
          hint={t.oneALine}
          control={(ties) => (
            <LinesInput
              {...ties}
              value={where.contains}
              onChange={(contains) =>
                edit(
                  { where: { ...where, contains: contains.map((word) => word.toLowerCase()) } },
                  'where.contains',
                )
              }
            />
          )}
        />
      ) : null}
    </>
  );
}
