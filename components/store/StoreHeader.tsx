import type { Member } from '../../lib/contract/access.ts';
import { storeWords } from '../../lib/words/store.ts';
import header from '../ui/Header.module.css';
import { RoomTabs } from '../ui/RoomTabs.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import { Who } from '../ui/Who.tsx';
import type { StoreRoom } from './props.ts';
import { roomsFor } from './rooms.ts';
import styles from './StoreHeader.module.css';

type Props = { member: Member | null; room: StoreRoom };

/** Where this is, where one can go, as whom. */
export function StoreHeader({ member, room }: Props) {
  const t = storeWords();
  const rooms = member ? roomsFor(member.role) : [];
  return (
    <header className={`${header.header} ${styles.header}`}>
      <span className={styles.where}>
        <TruceMark kind="word" />
        <span className={styles.store}>{t.page.title}</span>
      </span>
      {rooms.length > 0 ? (
        <div className={styles.rooms}>
          <RoomTabs
            label={t.rooms.label}
            here={room}
            rooms={rooms.map((each) => ({
              room: each,
              address: `#${each}`,
              name: t.rooms[each],
            }))}
          />
        </div>
      ) : null}
      {member ? (
        <span className={`${header.rest} ${styles.rest}`}>
          {member.role === 'rep' ? null : (
            <a className={header.away} href="review.html" data-action="desk">
              {t.page.desk}
            </a>
          )}
          <span className={styles.me}>
            <Who member={member} />
          </span>
        </span>
      ) : null}
    </header>
  );
}
