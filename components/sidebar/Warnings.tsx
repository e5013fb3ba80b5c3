import type { Warning } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import styles from './Warnings.module.css';

/** What changes most what one would do comes first; kinds that a newer store has come last, as their sentence. */
const ORDER: readonly Warning['kind'][] = [
  'customer',
  'open_opportunity',
  'duplicate',
  'rejected_before',
  'accepted_before',
  'bounced',
  'stale_source',
  'other',
];

/** What to know before deciding. The opt-out is said at the very top, so it is not repeated here. */
export function Warnings({ warnings }: { warnings: Warning[] }) {
  const t = sayingWords();
  const [first, ...rest] = warnings
    .filter((each) => each.kind !== 'opted_out')
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  if (!first) return null;
  return (
    <div className={styles.warnings}>
      <h2 className={styles.title}>{t.beforeYouDecide}</h2>
      <p dir="auto" data-warning={first.kind}>
        {first.text}
      </p>
      {rest.length === 1 ? <p dir="auto">{rest[0]?.text}</p> : null}
      {rest.length > 1 ? (
        <details>
          <summary>{t.moreToKnow(rest.length)}</summary>
          <ul>
            {rest.map((each) => (
              <li key={each.kind + each.text} dir="auto">
                {each.text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
