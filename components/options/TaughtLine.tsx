import { useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Fill } from '../ui/Fill.tsx';
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
  const words = optionsWords();
  const t = words.taught;
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
            {own ? t.on(plainDay(crm.checkedOn, now, place)) : t.team}
            {shared ? <Shared crm={crm} now={now} place={place} /> : null}
            {sites.length === 0 ? t.unused : <Fill text={t.used} sites={<Used sites={sites} />} />}
          </p>
        </div>
        <div className={styles.buttons}>
          {sites.length === 0 ? (
            <Button
              size="small"
              aria-label={words.crms.addAddressOf(name)}
              data-action="add-address"
              onClick={() => onAddAddress(id)}
            >
              {words.crms.addAddress}
            </Button>
          ) : null}
          <Button
            size="small"
            aria-label={t.saveOf(name)}
            data-action="save-recipe"
            onClick={() => callbacks.onSaveRecipe(id)}
          >
            {words.saveAsFile}
          </Button>
          {admin ? (
            <Button
              size="small"
              busy={saving.busy}
              aria-label={shared ? t.unshareOf(name) : t.shareOf(name)}
              data-action={shared ? 'unshare' : 'share'}
              onClick={() =>
                void saving.run(() =>
                  shared ? callbacks.onUnshareRecipe(id) : callbacks.onShareRecipe(id),
                )
              }
            >
              {shared ? t.unshare : t.share}
            </Button>
          ) : null}
          {own ? (
            <Button
              size="small"
              kind="quiet"
              busy={saving.busy}
              aria-label={t.removeOf(name)}
              data-action="forget-recipe"
              onClick={() => setAsking(true)}
            >
              {words.sites.remove}
            </Button>
          ) : null}
        </div>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      {asking ? (
        <Confirm
          title={t.ask(name)}
          act={t.removeIt}
          keep={words.keep}
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

function Used({ sites }: Pick<CrmView, 'sites'>) {
  return sites.map((origin, index) => (
    <span key={origin}>
      {index > 0 ? ', ' : ''}
      <bdi>{shortOrigin(origin)}</bdi>
    </span>
  ));
}

function Shared({ crm, now, place }: { crm: CrmView; now: number; place: Place }) {
  const { from, shared } = crm;
  if (!shared) return null;
  const at = shortDay(shared.at, now, place);
  const t = optionsWords().taught;
  if (!shared.by) return t.shared(at);
  return (
    <Fill
      text={from === 'team' ? t.sharedBy : t.sharedWith}
      who={<bdi>{shared.by}</bdi>}
      day={at}
    />
  );
}

/** What removing costs, and what is safe. */
function consequences({ sites, shared }: CrmView): string {
  const t = optionsWords().taught;
  if (shared) return t.ownCopy;
  const end = sites.length > 0 ? t.stops(sites.map(shortOrigin)) : '';
  return `${end}${t.stays}`;
}
