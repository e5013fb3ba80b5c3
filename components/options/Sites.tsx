import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { CrmChoice } from '../ui/views.ts';
import { AddSite } from './AddSite.tsx';
import { Card } from './Card.tsx';
import type { OptionsCallbacks, SiteView } from './props.ts';
import styles from './Sites.module.css';

type Props = Pick<OptionsCallbacks, 'onAddSite' | 'onRemoveSite' | 'onGrantSite'> & {
  sites: SiteView[];
  crms: readonly CrmChoice[];
};

/** Where Truce works. It reads no other page. */
export function Sites({ sites, crms, onAddSite, ...callbacks }: Props) {
  return (
    <Card anchor="sites" title="CRM sites" lead="Truce reads these sites and no others.">
      {sites.length > 0 ? (
        <ul className={styles.sites}>
          {sites.map((site) => (
            <Site key={site.origin} site={site} {...callbacks} />
          ))}
        </ul>
      ) : null}
      <AddSite crms={crms} onAddSite={onAddSite} />
    </Card>
  );
}

type SiteProps = Pick<OptionsCallbacks, 'onRemoveSite' | 'onGrantSite'> & { site: SiteView };

function Site({ site, onRemoveSite, onGrantSite }: SiteProps) {
  const saving = useSaving();
  const missing = site.permission === 'missing';
  return (
    <li data-site={site.origin} data-permission={site.permission}>
      <div className={styles.site}>
        <div className={styles.what}>
          <bdi className={styles.origin}>{site.origin}</bdi>
          <span className={styles.facts}>
            {site.crmName}, {missing ? 'the browser’s permission is missing' : 'allowed'}
            {site.fixed ? ', comes with Truce' : ''}
          </span>
        </div>
        {missing ? (
          <Button
            size="small"
            busy={saving.busy}
            data-action="grant-site"
            onClick={() => void saving.run(() => onGrantSite(site.origin))}
          >
            Allow
          </Button>
        ) : null}
        {site.fixed ? null : (
          <Button
            size="small"
            kind="quiet"
            busy={saving.busy}
            aria-label={`Remove ${site.origin}`}
            data-action="remove-site"
            onClick={() => void saving.run(() => onRemoveSite(site.origin))}
          >
            Remove
          </Button>
        )}
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </li>
  );
}
