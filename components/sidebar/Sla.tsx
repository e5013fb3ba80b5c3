import type { LeadCard } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Fill } from '../ui/Fill.tsx';
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

const HOUR = 3_600_000;

/** When marketing handed over, until when sales promised to answer, and how long that still is. */
export function Sla({ handoff, answered, now, place }: Props) {
  const t = sayingWords();
  if (!handoff) return <span className={styles.sla}>{t.notHandedOver}</span>;
  if (handoff.answeredAt) {
    return (
      <span className={styles.sla}>
        {t.answeredAfter(span(handoff.at, ms(handoff.answeredAt), place))}
      </span>
    );
  }
  const late = !answered && now > ms(handoff.dueAt);
  return (
    <span className={styles.sla} data-late={late || undefined}>
      <Fill text={t.handedOver} when={<When at={handoff.at} now={now} place={place} />} />
      {t.handedOverBy[handoff.by ?? 'line']}
      {answered ? null : (
        <Fill
          text={late ? t.lateSince : t.due}
          when={<When at={handoff.dueAt} now={now} place={place} as="clock" />}
          left={<span data-left="">{left(ms(handoff.dueAt) - now, place)}</span>}
        />
      )}
    </span>
  );
}

/** @returns what is left, to the minute on the last day: `1h 55m`; days before that */
function left(time: number, place: Place): string {
  if (time >= 24 * HOUR) return span(0, time, place);
  const hours = Math.floor(time / HOUR);
  const minutes = Math.floor((time % HOUR) / 60_000);
  const whole = hours > 0 ? span(0, hours * HOUR, place) : '';
  if (whole && minutes === 0) return whole;
  return `${whole} ${span(0, Math.max(1, minutes) * 60_000, place)}`.trim();
}
