import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { plainDay, shortDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import type { CrmCallbacks, CrmView } from './crm-props.ts';
import { shortOrigin } from './crm-words.ts';
import styles from './Taught.module.css';

type Props = Pick<
  CrmCallbacks,
  'onSaveRecipe' | 'onForgetRecipe' | 'onShareRecipe' | 'onUnshareRecipe'
> & {
  crm: CrmView;
  admin: boolean;
  now: number;
  place: Place;
  onAddAddress: (id: CrmId) => void;
};

/** One taught CRM: since when, where it is used, and what can be done with its recipe. */
export function TaughtLine({ crm, admin, now, place, onAddAddress, ...callbacks }: Props) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const { id, name, sites } = crm;
  const own = crm.from === 'own';
  const shared = crm.from === 'team' || crm.shared !== null;
  return (
    <li className={styles.crm} data-taught={id} data-from={crm.from}>
      <div className={styles.line}>
        <div className={styles.what}>
          <bdi className={styles.name}>{name}</bdi>
          <p className={styles.facts}>
            {own ? `taught ${plainDay(crm.checkedOn, now, place)}` : 'from your team'}
            {shared ? <Shared crm={crm} now={now} place={place} /> : null}
            {sites.length === 0 ? ', not in use' : ', used on '}
            {sites.map((origin, index) => (
              <span key={origin}>
                {index > 0 ? ', ' : ''}
                <bdi>{shortOrigin(origin)}</bdi>
              </span>
            ))}
          </p>
        </div>
        <div className={styles.buttons}>
          {sites.length === 0 ? (
            <Button
              size="small"
              aria-label={`Add address: ${name}`}
              data-action="add-address"
              onClick={() => onAddAddress(id)}
            >
              Add address
            </Button>
          ) : null}
          <Button
            size="small"
            aria-label={`Save as file: ${name}`}
            data-action="save-recipe"
            onClick={() => callbacks.onSaveRecipe(id)}
          >
            Save as file
          </Button>
          {admin ? (
            <Button
              size="small"
              busy={saving.busy}
              aria-label={shared ? `Stop sharing: ${name}` : `Share with the team: ${name}`}
              data-action={shared ? 'unshare' : 'share'}
              onClick={() =>
                void saving.run(() =>
                  shared ? callbacks.onUnshareRecipe(id) : callbacks.onShareRecipe(id),
                )
              }
            >
              {shared ? 'Stop sharing' : 'Share with the team'}
            </Button>
          ) : null}
          {own ? (
            <Button
              size="small"
              kind="quiet"
              busy={saving.busy}
              aria-label={`Remove: ${name}`}
              data-action="forget-recipe"
              onClick={() => setAsking(true)}
            >
              Remove
            </Button>
          ) : null}
        </div>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      {asking ? (
        <Confirm
          title={`Forget what Truce learned of ${name}?`}
          act="Remove it"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void saving.run(() => callbacks.onForgetRecipe(id));
          }}
        >
          <p>{consequences(crm)}</p>
        </Confirm>
      ) : null}
    </li>
  );
}

function Shared({ crm, now, place }: { crm: CrmView; now: number; place: Place }) {
  const { from, shared } = crm;
  if (!shared) return null;
  const at = shortDay(shared.at, now, place);
  if (!shared.by) return `, shared ${at}`;
  return (
    <>
      {from === 'team' ? ', shared by ' : ', shared with the team by '}
      <bdi>{shared.by}</bdi> {at}
    </>
  );
}

/** What removing costs, and what is safe. */
function consequences({ sites, shared }: CrmView): string {
  if (shared)
    return 'Your own copy goes. The one that is shared with the team stays and is used instead.';
  const end =
    sites.length > 0 ? `Truce stops working on ${sites.map(shortOrigin).join(' and ')}. ` : '';
  return `${end}Leads and what you said of them stay. Save it as a file first if you may want it back.`;
}
