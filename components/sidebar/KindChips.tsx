import { useState } from 'react';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { type EventKind, eventKind } from '../../lib/contract/words.ts';
import { number } from '../../lib/words/numbers.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import styles from './KindChips.module.css';
import type { SidebarCallbacks } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onKinds'> & {
  counts: LeadCard['counts']['byKind'];
  /** Chosen; none: all are shown. */
  kinds: EventKind[];
};

/** So many a glance can take. */
const GLANCE = 6;

/** Which kinds of events are shown, each with how many there are. */
export function KindChips({ counts, kinds, onKinds }: Props) {
  const t = readingWords();
  const [all, setAll] = useState(false);
  const known = eventKind.options
    .map((kind) => ({ kind, count: counts[kind] ?? 0 }))
    .filter(({ count, kind }) => count > 0 || kinds.includes(kind))
    .sort((a, b) => b.count - a.count);
  // One kind is no choice.
  if (known.length < 2) return null;
  const folded = !all && known.length > GLANCE + 1;
  const shown = known.filter(({ kind }, n) => !folded || n < GLANCE || kinds.includes(kind));
  const toggled = (kind: EventKind) =>
    kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
  return (
    <ul className={styles.chips} aria-label={t.onlyKinds}>
      {shown.map(({ kind, count }) => (
        <li key={kind}>
          <button
            type="button"
            className={styles.chip}
            aria-pressed={kinds.includes(kind)}
            data-only={kind}
            onClick={() => onKinds(toggled(kind))}
          >
            {t.kinds[kind]} <span className={styles.count}>{number(count)}</span>
          </button>
        </li>
      ))}
      {folded ? (
        <li>
          <Button kind="link" data-action="all-kinds" onClick={() => setAll(true)}>
            {t.moreKinds(known.length - shown.length)}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
