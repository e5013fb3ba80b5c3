import type { Member } from '../../lib/contract/access.ts';
import { storeWords } from '../../lib/words/store.ts';
import { TruceMark } from '../ui/TruceMark.tsx';
import { roles } from '../ui/words.ts';
import type { StoreRoom } from './props.ts';
import { roomsFor } from './rooms.ts';
import styles from './StoreHeader.module.css';

type Props = { member: Member | null; room: StoreRoom };

/** Where this is, where one can go, as whom. */
export function StoreHeader({ member, room }: Props) {
  const t = storeWords();
  const rooms = member ? roomsFor(member.role) : [];
  return (
    <header className={styles.header}>
      <span className={styles.where}>
        <TruceMark kind="word" />
        <span className={styles.store}>{t.page.title}</span>
      </span>
      {rooms.length > 0 ? (
        <nav className={styles.rooms} aria-label={t.rooms.label}>
          {rooms.map((each) => (
            <a
              key={each}
              className={styles.room}
              href={`#${each}`}
              aria-current={each === room ? 'page' : undefined}
              data-action={`room-${each}`}
            >
              {t.rooms[each]}
            </a>
          ))}
        </nav>
      ) : null}
      {member ? (
        <span className={styles.rest}>
          {member.role === 'rep' ? null : (
            <a className={styles.desk} href="review.html" data-action="desk">
              {t.page.desk}
            </a>
          )}
          <span className={styles.who}>
            <bdi>{member.name}</bdi> <span className={styles.role}>{roles()[member.role]}</span>
          </span>
        </span>
      ) : null}
    </header>
  );
}
