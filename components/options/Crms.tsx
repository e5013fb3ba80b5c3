import { useId, useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import type { Place } from '../ui/views.ts';
import { Card } from './Card.tsx';
import { Complaints } from './Complaints.tsx';
import { CrmLine } from './CrmLine.tsx';
import styles from './Crms.module.css';
import type { CrmProps, CrmView } from './crm-props.ts';
import { inUse, isCalled, SURENESS } from './crm-words.ts';

type Props = Pick<CrmProps, 'crms' | 'complaints' | 'onSwitchCloud' | 'onCountAnew'> & {
  now: number;
  place: Place;
  /** The person wants to add an address where this CRM runs. */
  onAddAddress: (id: CrmId) => void;
};

/** So many are shown when none is in use yet. */
const SUGGESTED = 5;

/** Every CRM that Truce can read: those in use, and the others when somebody looks for them. */
export function Crms({ crms, complaints, onCountAnew, now, place, ...line }: Props) {
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const list = useId();
  const { top, sortAnew } = useTop(crms);
  const searching = typed.trim() !== '';
  const suggested = top.length === 0 ? crms.slice(0, SUGGESTED) : [];
  const shown = searching
    ? crms.filter((crm) => isCalled(crm, typed))
    : crms.filter((crm) => all || top.includes(crm.id) || inUse(crm) || suggested.includes(crm));
  const rank = ({ id }: CrmView) => (top.includes(id) ? 0 : 1);
  const sorted = [...shown].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));

  return (
    <Card
      anchor="crms"
      title="CRMs"
      lead="Switch on what your team works in. Truce reads these sites and no others."
    >
      <Complaints
        complaints={complaints}
        crms={crms}
        now={now}
        place={place}
        onCountAnew={onCountAnew}
      />
      <div className={styles.search}>
        <Field
          label="Find a CRM"
          type="search"
          name="find-crm"
          placeholder="Name or address"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            sortAnew();
          }}
        />
        <p className={styles.found} role="status">
          {searching ? foundWords(sorted.length, crms.length) : ''}
        </p>
      </div>
      {sorted.length > 0 ? (
        <ul id={list} className={styles.crms}>
          {sorted.map((crm) => (
            <CrmLine key={crm.id} crm={crm} now={now} place={place} {...line} />
          ))}
        </ul>
      ) : null}
      {searching && sorted.length === 0 ? (
        <p>
          Truce does not know “<bdi>{typed.trim()}</bdi>” yet. Open it and choose{' '}
          <em>Teach Truce this CRM</em> in the toolbar.
        </p>
      ) : null}
      {searching || crms.length <= SUGGESTED ? null : (
        <div>
          <Button
            kind="link"
            aria-expanded={all}
            aria-controls={list}
            data-action="all-crms"
            onClick={() => {
              setAll(!all);
              sortAnew();
            }}
          >
            {all ? 'Show fewer' : `Show all ${crms.length} CRMs`}
          </Button>
        </div>
      )}
      {(all || searching) && sorted.length > 0 ? <HowSure /> : null}
    </Card>
  );
}

/**
 * @returns the CRMs that stand first. A line that is switched stays where it is under the person's hand; the list is
 * sorted anew when they look at it anew.
 */
function useTop(crms: readonly CrmView[]): { top: readonly CrmId[]; sortAnew: () => void } {
  const [top, setTop] = useState<readonly CrmId[] | null>(null);
  const used = crms.filter(inUse).map(({ id }) => id);
  if (top === null && crms.length > 0) setTop(used);
  return { top: top ?? used, sortAnew: () => setTop(used) };
}

function foundWords(found: number, all: number): string {
  return found === 0 ? `none of ${all}` : `${found} of ${all}`;
}

function HowSure() {
  return (
    <details className={styles.sure}>
      <summary>How sure Truce is of each</summary>
      <dl>
        {SURENESS.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>The day is when it was last held against that.</p>
    </details>
  );
}
