import { useEffect, useRef, useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { CrmOptions } from '../ui/CrmOptions.tsx';
import { Field, SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { CrmProps } from './crm-props.ts';
import styles from './Forms.module.css';
import { originOf } from './origin.ts';

type Props = Pick<CrmProps, 'onAddSite' | 'crms' | 'guessCrm'> & {
  /** Chosen already, by a press elsewhere on the page that leads here. */
  wanted: CrmId | null;
};

/** One more CRM: its address and which one it is. The browser then asks for its own permission. */
export function AddSite({ crms, wanted, guessCrm, onAddSite }: Props) {
  const t = optionsWords().sites;
  const [site, setSite] = useState('');
  const [chosen, setChosen] = useState<CrmId | null>(wanted);
  const [asked, setAsked] = useState(false);
  const saving = useSaving();
  const address = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted !== null) address.current?.focus();
  }, [wanted]);
  const origin = originOf(site);
  const guess = chosen === null && origin ? guessCrm(site) : null;
  const crm = chosen ?? guess;

  async function add() {
    setAsked(true);
    if (!origin || crm === null) return;
    if (!(await saving.run(() => onAddSite({ origin, crm })))) return;
    setSite('');
    setChosen(null);
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
        ref={address}
        label={t.address}
        name="site"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        placeholder="https://crm.example.com"
        value={site}
        error={asked && !origin ? optionsWords().connect.noAddress : null}
        onChange={(event) => setSite(event.target.value)}
      />
      <SelectField
        label={t.which}
        name="crm"
        value={crm ?? ''}
        {...(guess ? { hint: t.guess } : {})}
        error={asked && crm === null ? t.choose : null}
        onChange={(event) => setChosen(event.target.value)}
      >
        <CrmOptions crms={crms} />
      </SelectField>
      <div className={styles.act}>
        <Button type="submit" busy={saving.busy} data-action="add-site">
          {t.add}
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
