import type { ReactNode } from 'react';
import styles from './Header.module.css';

type Props<Room extends string> = {
  label: string;
  rooms: readonly { room: Room; name: ReactNode; address: string }[];
  /** The one that is open. */
  here: Room;
};

/** The rooms of a page, as links, so that each can be kept and opened beside. */
export function RoomTabs<Room extends string>({ label, rooms, here }: Props<Room>) {
  return (
    <nav className={styles.rooms} aria-label={label}>
      {rooms.map(({ room, name, address }) => (
        <a
          key={room}
          className={styles.room}
          href={address}
          aria-current={room === here ? 'page' : undefined}
          data-action={`room-${room}`}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
