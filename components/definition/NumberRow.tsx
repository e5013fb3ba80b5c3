import {
  isShare,
  type NumberName,
  numberIn,
  withNumber,
} from '../../lib/contract/definition-numbers.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import type { Form, Path } from './form.ts';
import inputs from './Inputs.module.css';
import { Labelled } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';
import { typed } from './numbers.ts';

/** Where each number stands in the JSON, for what is wrong with it. */
const PATHS: Record<NumberName, Path> = {
  mqlAt: ['mqlAt'],
  halfLifeDays: ['halfLifeDays'],
  fitCap: ['fitCap'],
  totalCap: ['totalCap'],
  auditShare: ['auditShare'],
  enoughEvents: ['enough', 'events'],
  enoughFitRules: ['enough', 'fitRules'],
  promisedShare: ['promisedShare'],
  expectedShare: ['expectedShare'],
  promisedPerWeek: ['promisedPerWeek'],
  salesHours: ['sla', 'salesHours'],
  marketingHours: ['sla', 'marketingHours'],
  handoffMinutes: ['sla', 'handoffMinutes'],
};

/** @returns the number as it is read: shares in percent */
export function shownNumber(name: NumberName, value: number | null): string {
  if (value === null) return definitionWords().form.notPromised;
  return isShare(name) ? `${typed(value * 100)}\u00a0%` : typed(value);
}

/** One number of the definition with its name. */
export function NumberRow({ form, name }: { form: Form; name: NumberName }) {
  const t = definitionWords().form;
  const [was, now] = [numberIn(form.was, name), numberIn(form.shown, name)];
  const label = t.numbers[name];
  if (!form.mayEdit) {
    return (
      <div className={inputs.row} data-differs={was === now ? undefined : ''} data-number={name}>
        <span>{label.replace(/, %$/, '')}</span>
        <span className={inputs.value}>
          {was === now ? null : <s className={inputs.was}>{shownNumber(name, was)}</s>}
          <span className={inputs.text}>{shownNumber(name, now)}</span>
        </span>
      </div>
    );
  }
  return (
    <Labelled
      form={form}
      path={PATHS[name]}
      label={label}
      row
      was={was === now ? null : shownNumber(name, was)}
      control={(ties) => (
        <NumberInput
          {...ties}
          value={now}
          percent={isShare(name)}
          {...(name === 'promisedPerWeek'
            ? {
                placeholder: '–',
                onClear: () => form.edit({ ...form.shown, promisedPerWeek: null }, name),
              }
            : {})}
          onChange={(to) => form.edit(withNumber(form.shown, name, to), name)}
        />
      )}
    />
  );
}
