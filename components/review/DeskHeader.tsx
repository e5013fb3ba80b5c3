import { useRef } from 'react';
import type { Member } from '../../lib/contract/access.ts';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import header from '../ui/Header.module.css';
import { RoomTabs } from '../ui/RoomTabs.tsx';
import { SavingState } from '../ui/SavingState.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { OutboxView } from '../ui/views.ts';
import { Who } from '../ui/Who.tsx';
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
    <header className={header.header}>
      <TruceMark kind="word" />
      <RoomTabs
        label={t.rooms}
        here={room}
        rooms={ROOMS.map((each) => ({
          room: each,
          address: props.addresses[each] ?? `#${each}`,
          name: each === 'queue' ? <Queue open={open} /> : t[each],
        }))}
      />
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
      <span className={header.rest}>
        {member && member.role !== 'rep' ? (
          <a className={header.away} href="store.html" data-action="store">
            {t.yourStore}
          </a>
        ) : null}
        {member ? <SavingState outbox={outbox} onOpenOutbox={onOpenOutbox} /> : null}
        {member ? <Who member={member} /> : null}
      </span>
    </header>
  );
}

/** The queue's name, with how many wait. */
function Queue({ open }: { open: number | null }) {
  return (
    <>
      {reviewWords().queue}
      {open ? <span className={styles.open}>{number(open)}</span> : null}
    </>
  );
}
