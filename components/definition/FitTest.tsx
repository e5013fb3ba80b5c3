import type { FitRule } from '../../lib/contract/definition.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import type { Form, Path } from './form.ts';
import { Choice, Labelled, LinesInput } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';

type Test = FitRule['test'];
type Props = {
  form: Form;
  path: Path;
  test: Test;
  onChange: (next: Test, field: string | null) => void;
};

/** What one kind of test asks for. */
export function FitTest({ form, path, test, onChange }: Props) {
  const t = definitionWords().form;
  const lines = (key: string, label: string, value: string[], put: (to: string[]) => Test) => (
    <Labelled
      form={form}
      path={[...path, key]}
      inside
      label={label}
      hint={t.oneALine}
      control={(ties) => (
        <LinesInput {...ties} value={value} onChange={(to) => onChange(put(to), key)} />
      )}
    />
  );
  switch (test.is) {
    case 'contains':
      return (
        <>
          <Labelled
            form={form}
            path={[...path, 'attribute']}
            label={t.attribute}
            control={(ties) => (
              <Choice
                {...ties}
                value={test.attribute}
                choices={ATTRIBUTES.map((each) => [each, t.attributes[each]] as const)}
                onChange={(attribute) => onChange({ ...test, attribute }, null)}
              />
            )}
          />
          {lines('words', t.words, test.words, (words) => ({
            ...test,
            words: words.map((word) => word.toLowerCase()),
          }))}
        </>
      );
    case 'between':
      return (
        <>
          {(['from', 'to'] as const).map((end) => (
            <Labelled
              key={end}
              form={form}
              path={[...path, end]}
              label={t[end]}
              control={(ties) => (
                <NumberInput
                  {...ties}
                  value={test[end] ?? null}
                  onChange={(to) => onChange({ ...test, [end]: to }, end)}
                  onClear={() => onChange({ ...test, [end]: undefined }, end)}
                />
              )}
            />
          ))}
        </>
      );
    case 'mail-domain':
      return lines('domains', t.domains, test.domains, (domains) => ({
        ...test,
        domains: domains.map((domain) => domain.toLowerCase()),
      }));
    case 'came-from':
      return (
        <>
          <Labelled
            form={form}
            path={[...path, 'first']}
            label={t.first}
            control={(ties) => (
              <Choice
                {...ties}
                value={test.first}
                choices={FIRSTS.map((each) => [each, t.firsts[each]] as const)}
                onChange={(first) => onChange({ ...test, first }, null)}
              />
            )}
          />
          {lines('values', t.values, test.values, (values) => ({ ...test, values }))}
        </>
      );
    default:
      return null;
  }
}

const ATTRIBUTES = ['title', 'company', 'industry', 'country'] as const;
const FIRSTS = ['source', 'campaign'] as const;
