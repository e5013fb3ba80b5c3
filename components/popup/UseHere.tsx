import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import { CrmOptions } from '../ui/CrmOptions.tsx';
import { SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';

type Props = Pick<PopupProps, 'onUseHere' | 'crms'> & { guess: CrmId | null };

/** Which CRM this site is, and the one press that starts Truce on it. */
export function UseHere({ guess, crms, onUseHere }: Props) {
  const t = popupWords();
  const [chosen, setChosen] = useState<CrmId | null>(null);
  const [asked, setAsked] = useState(false);
  const saving = useSaving();
  const crm = chosen ?? guess;
  return (
    <>
      <div className={styles.act}>
        <SelectField
          label={t.whichCrm}
          name="crm"
          value={crm ?? ''}
          error={asked && crm === null ? t.chooseCrm : null}
          onChange={(event) => setChosen(event.target.value)}
        >
          <CrmOptions crms={crms} guess={guess} />
        </SelectField>
        <Button
          kind="marketing"
          busy={saving.busy}
          data-action="use-here"
          onClick={() => {
            setAsked(true);
            if (crm !== null) void saving.run(() => onUseHere(crm));
          }}
        >
          {t.useHere}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </>
  );
}
