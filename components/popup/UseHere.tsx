import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';

type Props = Pick<PopupProps, 'onUseHere' | 'crms'> & {
  guess: CrmId | null;
  /** The CRM is known already: only the permission is missing. */
  fixed?: boolean;
};

/** Which CRM this site is, and the one press that starts Truce on it. */
export function UseHere({ guess, fixed, crms, onUseHere }: Props) {
  const [crm, setCrm] = useState<CrmId>(guess ?? crms[0]?.id ?? '');
  const saving = useSaving();
  return (
    <>
      <div className={styles.act}>
        {fixed ? null : (
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
        )}
        <Button
          kind="marketing"
          busy={saving.busy}
          data-action="use-here"
          onClick={() => void saving.run(() => onUseHere(crm))}
        >
          {fixed ? 'Allow this site' : 'Use Truce on this site'}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </>
  );
}
