import type { Warning } from '../../lib/contract/lead.ts';
import styles from './Warnings.module.css';

/** What to know before deciding. The opt-out is said at the very top, so it is not repeated here. */
export function Warnings({ warnings }: { warnings: Warning[] }) {
  const [first, ...rest] = warnings.filter((each) => each.kind !== 'opted_out');
  if (!first) return null;
  return (
    <div className={styles.warnings}>
      <h2 className={styles.title}>Before you decide</h2>
      <p dir="auto">{first.text}</p>
      {rest.length === 1 ? <p dir="auto">{rest[0]?.text}</p> : null}
      {rest.length > 1 ? (
        <details>
          <summary>{rest.length} more to know</summary>
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
