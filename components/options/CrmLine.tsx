import { useId } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { plainDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import styles from './CrmLine.module.css';
import type { CrmCallbacks, CrmView } from './crm-props.ts';
import { shortOrigin } from './crm-words.ts';

type Props = Pick<CrmCallbacks, 'onSwitchCloud'> & {
  crm: CrmView;
  now: number;
  place: Place;
  onAddAddress: (id: CrmId) => void;
};

/** One CRM: where it lives, how sure Truce is of its pages, and the switch. */
export function CrmLine({ crm, now, place, onSwitchCloud, onAddAddress }: Props) {
  const { crms: t, sureness } = optionsWords();
  const id = useId();
  const saving = useSaving();
  const { cloud, name } = crm;
  const switchTo = (on: boolean) => void saving.run(() => onSwitchCloud(crm.id, on));
  return (
    <li className={styles.crm} data-crm={crm.id} data-cloud={cloud}>
      <div className={styles.line}>
        <div className={styles.what}>
          <bdi id={`${id}-name`} className={styles.name}>
            {name}
          </bdi>
          <p id={`${id}-facts`} className={styles.facts}>
            {cloud === 'missing' ? <strong className={styles.missing}>{t.taken}</strong> : null}
            <Where crm={crm} />
          </p>
        </div>
        <p className={styles.sure}>
          {sureness[crm.sureness].word},{' '}
          <span className={styles.day}>{plainDay(crm.checkedOn, now, place)}</span>
        </p>
        <div className={styles.act}>
          {cloud === 'missing' ? (
            <Button
              size="small"
              busy={saving.busy}
              aria-label={t.allowOf(name)}
              data-action="allow-cloud"
              onClick={() => switchTo(true)}
            >
              {t.allow}
            </Button>
          ) : null}
          {cloud === 'none' ? (
            <SelfHosted crm={crm} onAddAddress={onAddAddress} />
          ) : crm.fixed ? (
            <span className={styles.used}>{t.inUse}</span>
          ) : (
            <Switch
              on={cloud !== 'off'}
              labelledBy={`${id}-name`}
              describedBy={`${id}-facts`}
              busy={saving.busy}
              onSwitch={switchTo}
            />
          )}
        </div>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </li>
  );
}

/** A CRM without a cloud is switched on by its address. */
function SelfHosted({ crm, onAddAddress }: Pick<Props, 'crm' | 'onAddAddress'>) {
  const t = optionsWords().crms;
  if (crm.sites.length > 0) return <span className={styles.used}>{t.inUse}</span>;
  return (
    <Button
      size="small"
      aria-label={t.addAddressOf(crm.name)}
      data-action="add-address"
      onClick={() => onAddAddress(crm.id)}
    >
      {t.addAddress}
    </Button>
  );
}

/** Vendors with a cloud for each country have more addresses than anybody reads. */
const READ = 3;

/** The addresses that were added by hand, and the vendor's cloud. */
function Where({ crm: { hosts, sites, from } }: { crm: CrmView }) {
  const t = optionsWords().crms;
  const places = [...sites.map(shortOrigin), ...hosts];
  if (places.length === 0) {
    if (from === 'team') return t.teamHere;
    return from === 'own' ? t.ownHere : t.here;
  }
  const said = places.slice(0, places.length > READ + 1 ? READ : places.length);
  const more = places.length - said.length;
  return (
    <>
      {said.map((where, index) => (
        <span key={where}>
          {index > 0 ? ', ' : ''}
          <bdi>{where}</bdi>
        </span>
      ))}
      {more > 0 ? t.more(more) : ''}
    </>
  );
}
