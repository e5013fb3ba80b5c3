import type { Member } from '../../lib/contract/access.ts';
import styles from './Header.module.css';
import { roles } from './words.ts';

/** As whom one is here. */
export function Who({ member }: { member: Member }) {
  return (
    <span className={styles.who}>
      <bdi>{member.name}</bdi> <span className={styles.role}>{roles()[member.role]}</span>
    </span>
  );
}
