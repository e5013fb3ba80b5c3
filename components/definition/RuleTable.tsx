import { useState } from 'react';
import type { RuleSide } from '../../lib/contract/definition-changes.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { type Form, withNewRule } from './form.ts';
import { GoneRow, RuleRow } from './RuleRow.tsx';
import styles from './RuleTable.module.css';

/** Columns of the table, the first names the rule. */
export const COLUMNS = 7;

/** Every rule with its points, and what verdicts say of it. */
export function RuleTable({ form }: { form: Form }) {
  const t = definitionWords().form;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            {t.signal} <span className={styles.quiet}>{t.doubles}</span>
          </th>
          <th scope="col" className={styles.figure}>
            {t.points}
          </th>
          <th scope="col" className={styles.wide}>
            {t.fades}
          </th>
          <th scope="col" className={styles.figure}>
            {t.cap}
          </th>
          <th scope="col" className={styles.wide}>
            {t.accepted}
          </th>
          <th scope="col" className={classes(styles.figure, styles.lift)}>
            {t.lift}
          </th>
          <th scope="col" className={styles.figure}>
            {t.nWith}
          </th>
        </tr>
      </thead>
      <Side form={form} side="fit" />
      <Side form={form} side="engagement" />
    </table>
  );
}

function Side({ form, side }: { form: Form; side: RuleSide }) {
  const t = definitionWords().form;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rules = form.shown[side];
  const ids = new Set(rules.map(({ id }) => id));
  const gone = form.was[side].filter(({ id }) => !ids.has(id));

  function toggle(id: string) {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  function add() {
    const next = withNewRule(form.shown, side);
    const known = new Set(rules.map(({ id }) => id));
    const fresh = next[side].find(({ id }) => !known.has(id));
    if (fresh) toggle(fresh.id);
    form.edit(next, null);
  }

  return (
    <tbody data-side={side}>
      <tr className={styles.side}>
        <th scope="rowgroup" colSpan={COLUMNS}>
          <span className={styles.sideHead}>
            {t.sides[side]}
            {form.mayEdit ? (
              <Button size="small" kind="quiet" data-action={`add-${side}`} onClick={add}>
                {t.add[side]}
              </Button>
            ) : null}
          </span>
        </th>
      </tr>
      {rules.map((rule, place) => (
        <RuleRow
          // An id may be typed anew, or twice for a moment; its place stays.
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may have one id until that is corrected
          key={place}
          form={form}
          side={side}
          place={place}
          rule={rule}
          open={open.has(rule.id)}
          onToggle={() => toggle(rule.id)}
          onRename={(id) => {
            toggle(rule.id);
            toggle(id);
          }}
        />
      ))}
      {gone.map((rule) => (
        <GoneRow key={rule.id} form={form} side={side} rule={rule} />
      ))}
    </tbody>
  );
}
