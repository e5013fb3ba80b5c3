import { useRef } from 'react';
import type { Member } from '../../lib/contract/access.ts';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { OutboxView } from '../ui/views.ts';
import { roles } from '../ui/words.ts';
import styles from './DeskHeader.module.css';
import { LeadPicker } from './LeadPicker.tsx';
import type { DeskRoom, ReviewCallbacks } from './props.ts';
import { isSingle, useKeys } from './use-desk-keys.ts';

type Props = Pick<ReviewCallbacks, 'onFind' | 'onOpenLead' | 'onOpenOutbox'> & {
  member: Member | null;
  room: DeskRoom;
  /** The room of the queue, with the filter it was left with. */
  addresses: Partial<Record<DeskRoom, string>>;
  /** How many wait; null where nobody knows. */
  open: number | null;
  outbox: OutboxView;
  /** Whether single keys work. */
  single: boolean;
};

const ROOMS: readonly DeskRoom[] = ['queue', 'definition', 'score', 'reports', 'check-in'];

/** Where this is, a way to any lead, who I am, whether my answers are sent. */
export function DeskHeader(props: Props) {
  const { member, room, open, outbox, single, onOpenOutbox } = props;
  const t = reviewWords();
  const search = useRef<HTMLInputElement>(null);
  useKeys((event) => {
    if (!single || event.key !== '/' || !isSingle(event)) return false;
    search.current?.focus();
    return true;
  });
  return (
    <header className={styles.header}>
      <TruceMark kind="word" />
      <nav className={styles.rooms} aria-label={t.rooms}>
        {ROOMS.map((each) => (
          <a
            key={each}
            className={styles.room}
            href={props.addresses[each] ?? `#${each}`}
            aria-current={each === room ? 'page' : undefined}
            data-action={`room-${each}`}
          >
            {t[each]}
            {each === 'queue' && open ? <span className={styles.open}>{number(open)}</span> : null}
          </a>
        ))}
      </nav>
      {member ? (
        <div className={styles.search}>
          <LeadPicker
            ref={search}
            compact
            keys="/"
            label={t.findLead}
            name="find-lead"
            onFind={props.onFind}
            onPick={({ leadId }) => props.onOpenLead(leadId)}
          />
        </div>
      ) : null}
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
