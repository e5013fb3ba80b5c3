import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { Button } from '../ui/Button.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Forms.module.css';
import { originOf } from './origin.ts';
import type { OptionsPageProps } from './props.ts';

/** One more CRM: its address and which one it is. The browser then asks for its own permission. */
export function AddSite({ crms, onAddSite }: Pick<OptionsPageProps, 'onAddSite' | 'crms'>) {
  const [site, setSite] = useState('');
  const [crm, setCrm] = useState<CrmId>(crms[0]?.id ?? '');
  const [asked, setAsked] = useState(false);
  const saving = useSaving();
  const origin = originOf(site);

  async function add() {
    setAsked(true);
    if (!origin) return;
    if (!(await saving.run(() => onAddSite({ origin, crm })))) return;
    setSite('');
    setAsked(false);
  }

  return (
    <form
      className={styles.form}
      noValidate
      data-form="site"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label="Address of your CRM"
        name="site"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        placeholder="https://crm.example.com"
        value={site}
        error={asked && !origin ? 'This is not a web address.' : null}
        onChange={(event) => setSite(event.target.value)}
      />
      <SelectField
        label="Which CRM it is"
        name="crm"
        value={crm}
        onChange={(event) => setCrm(event.target.value)}
      >
        {crms.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className={styles.act}>
        <Button type="submit" busy={saving.busy} data-action="add-site">
          Add site
        </Button>
      </div>
      {saving.problem ? (
        <div className={styles.full}>
          <ProblemNotice problem={saving.problem} />
        </div>
      ) : null}
    </form>
  );
}
