import type { Member } from '../../lib/contract/access.ts';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { OutboxView } from '../ui/views.ts';
import { ROLES } from '../ui/words.ts';
import styles from './DeskHeader.module.css';

type Props = { member: Member | null; outbox: OutboxView; onOpenOutbox: () => void };

/** Where this is, who I am, whether my answers are sent. */
export function DeskHeader({ member, outbox, onOpenOutbox }: Props) {
  return (
    <header className={styles.header}>
      <TruceMark kind="word" />
      <span className={styles.room}>Queue</span>
      <span className={styles.rest}>
        {member ? <SavingState outbox={outbox} onOpenOutbox={onOpenOutbox} /> : null}
        {member ? (
          <span className={styles.who}>
            <bdi>{member.name}</bdi> <span className={styles.role}>{ROLES[member.role]}</span>
          </span>
        ) : null}
      </span>
    </header>
  );
}
