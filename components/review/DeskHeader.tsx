import type { Member } from '../../lib/contract/access.ts';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { OutboxView } from '../ui/views.ts';
import { roles } from '../ui/words.ts';
import styles from './DeskHeader.module.css';
import type { DeskRoom } from './props.ts';

type Props = {
  member: Member | null;
  room: DeskRoom;
  outbox: OutboxView;
  onOpenOutbox: () => void;
};

const ROOMS: readonly { room: DeskRoom; name: string }[] = [
  { room: 'queue', name: 'Queue' },
  { room: 'score', name: 'Score' },
];

/** Where this is, who I am, whether my answers are sent. */
export function DeskHeader({ member, room, outbox, onOpenOutbox }: Props) {
  return (
    <header className={styles.header}>
      <TruceMark kind="word" />
      <nav className={styles.rooms} aria-label="Rooms">
        {ROOMS.map((each) => (
          <a
            key={each.room}
            className={styles.room}
            href={`#${each.room}`}
            aria-current={each.room === room ? 'page' : undefined}
            data-action={`room-${each.room}`}
          >
            {each.name}
          </a>
        ))}
      </nav>
      <span className={styles.rest}>
        {member && member.role !== 'rep' ? (
          <a className={styles.store} href="store.html" data-action="store">
            Your store
          </a>
        ) : null}
        {member ? <SavingState outbox={outbox} onOpenOutbox={onOpenOutbox} /> : null}
        {member ? (
          <span className={styles.who}>
            <bdi>{member.name}</bdi> <span className={styles.role}>{roles()[member.role]}</span>
          </span>
        ) : null}
      </span>
    </header>
  );
}
