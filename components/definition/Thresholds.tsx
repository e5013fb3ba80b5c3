import type { RuleSide } from '../../lib/contract/definition-changes.ts';
import { same } from '../../lib/contract/same.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { plain } from '../ui/words.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import { type Form, issueAt } from './form.ts';
import { Was } from './Inputs.tsx';
import { NumberInput } from './NumberInput.tsx';
import { NumberRow } from './NumberRow.tsx';

/** Where leads are handed over, what is too little to say anything, how points become grades. */
export function Thresholds({ form }: { form: Form }) {
  const t = definitionWords().form;
  return (
    <Card title={t.thresholds} part="thresholds">
      <NumberRow form={form} name="mqlAt" />
      <NumberRow form={form} name="halfLifeDays" />
      <NumberRow form={form} name="fitCap" />
      <NumberRow form={form} name="totalCap" />
      <NumberRow form={form} name="enoughEvents" />
      <NumberRow form={form} name="enoughFitRules" />
      <NumberRow form={form} name="auditShare" />
      <Grades form={form} side="fit" names={['A', 'B', 'C']} />
      <Grades form={form} side="engagement" names={['1', '2', '3']} />
    </Card>
  );
}

type GradesProps = { form: Form; side: RuleSide; names: readonly [string, string, string] };

function Grades({ form, side, names }: GradesProps) {
  const t = definitionWords().form;
  const [was, now] = [form.was.grades[side], form.shown.grades[side]];
  const say = (grades: readonly number[]) => grades.map(plain).join(', ');
  const set = (place: number, to: number) => {
    const [a, b, c] = now;
    const next: [number, number, number] = [
      place === 0 ? to : a,
      place === 1 ? to : b,
      place === 2 ? to : c,
    ];
    form.edit(
      { ...form.shown, grades: { ...form.shown.grades, [side]: next } },
      `grades.${side}.${place}`,
    );
  };
  return (
    <div className={styles.line} data-differs={same(was, now) ? undefined : ''}>
      <span>{t.grades[side]}</span>
      <span className={styles.trio}>
        <Was was={same(was, now) ? null : say(was)} />
        {form.mayEdit
          ? names.map((name, place) => (
              <NumberInput
                key={name}
                cell
                name={`grades.${side}.${place}`}
                aria-label={t.grade(t.grades[side], name)}
                aria-invalid={issueAt(form, ['grades', side, place]) !== null}
                value={now[place] ?? 0}
                onChange={(to) => set(place, to)}
              />
            ))
          : say(now)}
      </span>
    </div>
  );
}
