import type { Member } from '../../lib/contract/access.ts';
import { TruceMark } from '../ui/TruceMark.tsx';
import { roles } from '../ui/words.ts';
import type { StoreRoom } from './props.ts';
import { ROOMS, roomsFor } from './rooms.ts';
import styles from './StoreHeader.module.css';

type Props = { member: Member | null; room: StoreRoom };

/** Where this is, where one can go, as whom. */
export function StoreHeader({ member, room }: Props) {
  const rooms = member ? roomsFor(member.role) : [];
  return (
    <header className={styles.header}>
      <span className={styles.where}>
        <TruceMark kind="word" />
        <span className={styles.store}>Your store</span>
      </span>
      {rooms.length > 0 ? (
        <nav className={styles.rooms} aria-label="Rooms">
          {rooms.map((each) => (
            <a
              key={each}
              className={styles.room}
              href={`#${each}`}
              aria-current={each === room ? 'page' : undefined}
              data-action={`room-${each}`}
            >
              {ROOMS[each].name}
            </a>
          ))}
        </nav>
      ) : null}
      {member ? (
        <span className={styles.rest}>
          {member.role === 'rep' ? null : (
            <a className={styles.desk} href="review.html" data-action="desk">
              Review desk
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
