import type { DefinitionChange } from '../../lib/contract/definition-changes.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import styles from './Aside.module.css';
import { sayChange, signOf, told } from './say-change.ts';

/** What differs, one line each. */
export function ChangeList({ changes }: { changes: readonly DefinitionChange[] }) {
  const t = definitionWords().change;
  if (changes.length === 0) return <p className={styles.muted}>{t.none}</p>;
  return (
    <ul className={styles.changes} data-part="changes">
      {told(changes).map((change, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike, and none moves
        <li key={place} data-sign={signOf(change)}>
          <bdi>{sayChange(change)}</bdi>
        </li>
      ))}
    </ul>
  );
}
