import { useId, useState } from 'react';
import type { CrmId } from '../../lib/contract/record.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { Card } from './Card.tsx';
import { Complaints } from './Complaints.tsx';
import { CrmLine } from './CrmLine.tsx';
import styles from './Crms.module.css';
import type { CrmProps, CrmView } from './crm-props.ts';
import { inUse, isCalled } from './crm-words.ts';

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
  const t = optionsWords().crms;
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
    <Card anchor="crms" title={t.title} lead={t.lead}>
      <Complaints
        complaints={complaints}
        crms={crms}
        now={now}
        place={place}
        onCountAnew={onCountAnew}
      />
      <div className={styles.search}>
        <Field
          label={t.find}
          type="search"
          name="find-crm"
          placeholder={t.nameOrAddress}
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
          <Fill text={t.unknown} typed={<bdi>{typed.trim()}</bdi>} teach={<em>{t.teach}</em>} />
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
            {all ? t.fewer : t.all(crms.length)}
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
  const t = optionsWords().crms;
  return found === 0 ? t.none(all) : t.found(found, all);
}

function HowSure() {
  const { crms: t, sureness } = optionsWords();
  return (
    <details className={styles.sure}>
      <summary>{t.howSure}</summary>
      <dl>
        {Object.values(sureness).map(({ word, means }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p>{t.sureDay}</p>
    </details>
  );
}
