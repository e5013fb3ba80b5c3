import type { LeadCard } from '../../lib/contract/lead.ts';
import { ms, span } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './Sla.module.css';

type Props = {
  handoff: LeadCard['handoff'];
  /** A verdict is given here, even if the store has not confirmed it yet. */
  answered: boolean;
  now: number;
  place: Place;
};

/** Enough points need no word; the others would be asked about. */
const WHY = { line: '', asked: ' because they asked', audit: ' by chance, to test the line' };

/** When marketing handed over, and until when sales promised to answer. */
export function Sla({ handoff, answered, now, place }: Props) {
  if (!handoff) return <span className={styles.sla}>Not handed over by marketing</span>;
  if (handoff.answeredAt) {
    return (
      <span className={styles.sla}>
        Answered {span(handoff.at, ms(handoff.answeredAt), place)} after handoff
      </span>
    );
  }
  const late = !answered && now > ms(handoff.dueAt);
  return (
    <span className={styles.sla} data-late={late || undefined}>
      Handed over <When at={handoff.at} now={now} place={place} />
      {WHY[handoff.by ?? 'line']}
      {answered ? null : late ? ', late since ' : ', due '}
      {answered ? null : <When at={handoff.dueAt} now={now} place={place} as="clock" />}
    </span>
  );
}
