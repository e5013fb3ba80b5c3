import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../../lib/contract/problem.ts';
import type { LeadFound } from '../../lib/contract/review.ts';
import { told } from '../../lib/words/problems.ts';
import { reviewWords } from '../../lib/words/review.ts';
import styles from './LeadPicker.module.css';
import type { Finds } from './props.ts';

type Props = {
  label: string;
  name: string;
  /** Shown as a hint in the empty field, with the label read only. */
  compact?: boolean;
  /** The lead that cannot be the answer. */
  without?: string;
  /** What is written beside the field, as the key that leads here. */
  keys?: string;
  ref?: Ref<HTMLInputElement>;
  onFind: Finds;
  onPick: (lead: LeadFound) => void;
};

type Found =
  /** `wanted` is what they were found for. */
  { is: 'leads'; leads: LeadFound[]; wanted: string } | { is: 'problem'; problem: Problem };

const PAUSE_MS = 200;

/** Finds a lead by the beginning of a name, company or address; arrows choose, Enter takes, Esc closes. */
export function LeadPicker(props: Props) {
  const { label, name, compact, without, keys, ref, onFind, onPick } = props;
  const t = reviewWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const find = useRef(onFind);
  find.current = onFind;
  const wanted = typed.trim();
  /** Enter came before the answer to the last letters: nobody is taken who was found for fewer of them. */
  const taken = useRef(false);

  useEffect(() => {
    taken.current = false;
    if (wanted === '') {
      setFound(null);
      return;
    }
    let late = false;
    const timer = setTimeout(async () => {
      const answer = await find.current(wanted);
      if (late) return;
      setAt(0);
      if (!answer.ok) {
        setFound({ is: 'problem', problem: answer.problem });
        return;
      }
      const leads = answer.value.filter(({ leadId }) => leadId !== without);
      setFound({ is: 'leads', wanted, leads });
      if (taken.current) take.current(leads[0]);
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [wanted, without]);

  const leads = found?.is === 'leads' ? found.leads : [];

  function pick(lead: LeadFound | undefined) {
    if (!lead) return;
    setTyped('');
    setFound(null);
    onPick(lead);
  }
  const take = useRef(pick);
  take.current = pick;

  function pressed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && leads.length > 0) setAt((at + step + leads.length) % leads.length);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (found?.is === 'leads' && found.wanted === wanted) pick(leads[at]);
      else taken.current = true;
    } else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.picker} data-compact={compact || undefined}>
      <label className={compact ? styles.read : styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        name={name}
        className={styles.input}
        type="text"
        role="combobox"
        autoComplete="off"
        maxLength={200}
        placeholder={compact ? label : undefined}
        aria-expanded={leads.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={leads.length > 0 ? `${id}-${at}` : undefined}
        aria-keyshortcuts={keys}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={pressed}
        onBlur={() => compact && setTyped('')}
      />
      {keys && typed === '' ? (
        <span className={styles.key} aria-hidden="true">
          {keys}
        </span>
      ) : null}
      <div className={styles.below} data-open={found ? '' : undefined}>
        {found?.is === 'problem' ? <p role="alert">{told(found.problem).title}</p> : null}
        {found?.is === 'leads' && leads.length === 0 ? (
          <p role="status" className={styles.none}>
            {t.nobodyFound}
          </p>
        ) : null}
        <div id={`${id}-list`} role="listbox" aria-label={label} hidden={leads.length === 0}>
          {leads.map((lead, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
            <div
              key={lead.leadId}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              className={styles.option}
              aria-selected={place === at}
              // The field keeps the focus, or the list would be gone before the press is one.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(lead)}
            >
              <span className={styles.name}>
                <bdi>{lead.name ?? lead.email ?? t.withoutName}</bdi>
              </span>
              <span className={styles.n}>{t.points(lead.points)}</span>
              <span className={styles.second}>
                <bdi>
                  {[lead.company, lead.name ? lead.email : null].filter(Boolean).join(', ')}
                </bdi>
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
