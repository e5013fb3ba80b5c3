import { definitionWords } from '../../lib/words/definition.ts';
import { classes } from '../ui/classes.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import type { Form } from './form.ts';
import { NumberRow } from './NumberRow.tsx';

/** What marketing promises to sales, and sales to marketing. */
export function Owes({ form }: { form: Form }) {
  const t = definitionWords().form;
  return (
    <Card title={t.owes} part="owes">
      <h3 className={classes(styles.part, styles.marketing)}>{t.marketing}</h3>
      <NumberRow form={form} name="promisedPerWeek" />
      <NumberRow form={form} name="promisedShare" />
      <NumberRow form={form} name="handoffMinutes" />
      <NumberRow form={form} name="marketingHours" />
      <NumberRow form={form} name="expectedShare" />
      <h3 className={classes(styles.part, styles.sales)}>{t.sales}</h3>
      <NumberRow form={form} name="salesHours" />
    </Card>
  );
}
