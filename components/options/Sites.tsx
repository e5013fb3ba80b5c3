import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { AddSite } from './AddSite.tsx';
import { Card } from './Card.tsx';
import type { CrmCallbacks, CrmProps, SiteView } from './crm-props.ts';
import styles from './Sites.module.css';

type Props = Pick<
  CrmProps,
  'sites' | 'crms' | 'guessCrm' | 'onAddSite' | 'onRemoveSite' | 'onGrantSite'
> & {
  /** The CRM whose address is wanted, and how often somebody asked for that. */
  asked: { crm: CrmId | null; times: number };
  /** No other may be added. */
  isClosed: boolean;
};

/** Where Truce works by an address that was typed. */
export function Sites({ sites, crms, asked, isClosed, guessCrm, onAddSite, ...callbacks }: Props) {
  const t = optionsWords();
  return (
    <Card anchor="sites" title={t.sites.title} lead={t.sites.lead}>
      {sites.length > 0 ? (
        <ul className={styles.sites}>
          {sites.map((site) => (
            <Site key={site.origin} site={site} {...callbacks} />
          ))}
        </ul>
      ) : null}
      {isClosed ? null : (
        <>
          <AddSite
            key={asked.times}
            crms={crms}
            wanted={asked.crm}
            guessCrm={guessCrm}
            onAddSite={onAddSite}
          />
          <p className={styles.note}>
            <Fill text={t.sites.notListed} teach={<em>{t.crms.teach}</em>} />
          </p>
        </>
      )}
    </Card>
  );
}

type SiteProps = Pick<CrmCallbacks, 'onRemoveSite' | 'onGrantSite'> & { site: SiteView };

function Site({ site, onRemoveSite, onGrantSite }: SiteProps) {
  const { sites: t, crms } = optionsWords();
  const saving = useSaving();
  const missing = site.permission === 'missing';
  return (
    <li data-site={site.origin} data-permission={site.permission}>
      <div className={styles.site}>
        <div className={styles.what}>
          <bdi className={styles.origin}>{site.origin}</bdi>
          <span className={styles.facts}>
            <Fill
              text={t.facts}
              crm={<bdi>{site.crmName}</bdi>}
              state={missing ? t.missing : t.allowed}
            />
            {site.fixed ? t.fixed : ''}
          </span>
        </div>
        <div className={styles.buttons}>
          {missing ? (
            <Button
              size="small"
              busy={saving.busy}
              data-action="grant-site"
              onClick={() => void saving.run(() => onGrantSite(site.origin))}
            >
              {crms.allow}
            </Button>
          ) : null}
          {site.fixed ? null : (
            <Button
              size="small"
              kind="quiet"
              busy={saving.busy}
              aria-label={t.removeOf(site.origin)}
              data-action="remove-site"
              onClick={() => void saving.run(() => onRemoveSite(site.origin))}
            >
              {t.remove}
            </Button>
          )}
        </div>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </li>
  );
}
