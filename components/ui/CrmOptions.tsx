import type { CrmId } from '../../lib/contract/record.ts';
import { locale } from '../../lib/words/speak.ts';
import { uiWords } from '../../lib/words/ui.ts';
import type { CrmChoice } from './views.ts';

type Props = {
  crms: readonly CrmChoice[];
  /** What it probably is: offered before all others. */
  guess?: CrmId | null;
};

const GROUPS = ['own', 'team', 'built-in'] as const;

/** What a select of CRMs offers: the guess, then by name; one's own and the team's before the many. */
export function CrmOptions({ crms, guess }: Props) {
  const t = uiWords();
  const sorted = [...crms].sort((a, b) => a.name.localeCompare(b.name, locale()));
  const first = sorted.find(({ id }) => id === guess);
  const rest = sorted.filter((crm) => crm !== first);
  const grouped = crms.some(({ from }) => from !== 'built-in');
  return (
    <>
      <option value="" disabled hidden>
        {t.choose}
      </option>
      {first ? <Option crm={first} /> : null}
      {grouped
        ? GROUPS.map((from) => (
            <Group
              key={from}
              label={t.crmGroups[from]}
              crms={rest.filter((crm) => crm.from === from)}
            />
          ))
        : rest.map((crm) => <Option key={crm.id} crm={crm} />)}
    </>
  );
}

function Group({ label, crms }: { label: string; crms: readonly CrmChoice[] }) {
  return crms.length === 0 ? null : (
    <optgroup label={label}>
      {crms.map((crm) => (
        <Option key={crm.id} crm={crm} />
      ))}
    </optgroup>
  );
}

const Option = ({ crm }: { crm: CrmChoice }) => <option value={crm.id}>{crm.name}</option>;
