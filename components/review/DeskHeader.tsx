import type { Member } from '../../lib/contract/access.ts';
import { reviewWords } from '../../lib/words/review.ts';
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

const ROOMS: readonly DeskRoom[] = ['queue', 'definition', 'score', 'reports', 'check-in'];

/** Where this is, who I am, whether my answers are sent. */
export function DeskHeader({ member, room, outbox, onOpenOutbox }: Props) {
  const t = reviewWords();
  return (
    <header className={styles.header}>
      <TruceMark kind="word" />
      <nav className={styles.rooms} aria-label={t.rooms}>
        {ROOMS.map((each) => (
          <a
            key={each}
            className={styles.room}
            href={`#${each}`}
            aria-current={each === room ? 'page' : undefined}
            data-action={`room-${each}`}
          >
            {t[each]}
          </a>
        ))}
      </nav>
      <span className={styles.rest}>
        {member && member.role !== 'rep' ? (
          <a className={styles.store} href="store.html" data-action="store">
            {t.yourStore}
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
