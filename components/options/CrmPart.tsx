import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import type { Place } from '../ui/views.ts';
import { Crms } from './Crms.tsx';
import type { CrmProps } from './crm-props.ts';
import { Sites } from './Sites.tsx';
import { Taught } from './Taught.tsx';

type Props = CrmProps & { admin: boolean; now: number; place: Place };

/** Which CRMs Truce reads, where, and by what it was taught. */
export function CrmPart(props: Props) {
  const { crms, sites, admin, now, place } = props;
  // Wherever a CRM's address is wanted, the one form for it comes up with that CRM chosen; `times` makes it a fresh one.
  const [asked, setAsked] = useState<{ crm: CrmId | null; times: number }>({ crm: null, times: 0 });
  const addAddress = (crm: CrmId) => setAsked(({ times }) => ({ crm, times: times + 1 }));
  return (
    <>
      <Crms
        crms={crms}
        complaints={props.complaints}
        now={now}
        place={place}
        onSwitchCloud={props.onSwitchCloud}
        onCountAnew={props.onCountAnew}
        onAddAddress={addAddress}
      />
      <Sites
        crms={crms}
        sites={sites}
        asked={asked}
        isClosed={props.sitesClosed ?? false}
        guessCrm={props.guessCrm}
        onAddSite={props.onAddSite}
        onRemoveSite={props.onRemoveSite}
        onGrantSite={props.onGrantSite}
      />
      <Taught
        crms={crms}
        admin={admin}
        now={now}
        place={place}
        onSaveRecipe={props.onSaveRecipe}
        onForgetRecipe={props.onForgetRecipe}
        onShareRecipe={props.onShareRecipe}
        onUnshareRecipe={props.onUnshareRecipe}
        onOpenRecipe={props.onOpenRecipe}
        isClosed={props.teachClosed ?? false}
        onAddRecipe={props.onAddRecipe}
        onAddAddress={addAddress}
      />
    </>
  );
}
