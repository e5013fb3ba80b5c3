import type { CheckIn } from '../../lib/contract/check-in.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Panel } from '../score/Panel.tsx';
import styles from './Agenda.module.css';
import { type AgendaPoint, agendaOf } from './agenda.ts';

/** The meeting, minute by minute. */
export function Agenda({ checkIn }: { checkIn: CheckIn }) {
  const t = checkInWords().agenda;
  const points = agendaOf(checkIn);
  const minutes = points.reduce((sum, point) => sum + point.minutes, 0);
  return (
    <Panel title={t.title} aside={t.total(minutes)}>
      <ol className={styles.agenda} data-part="agenda">
        {points.map((point) => (
          <li key={point.about} className={styles.point} data-about={point.about}>
            <span>{said(point)}</span>
            <span className={styles.minutes}>{t.minutes(point.minutes)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function said({ about, n }: AgendaPoint): string {
  const t = checkInWords();
  const { points } = t.agenda;
  switch (about) {
    case 'earlier':
      return points.earlier(n);
    case 'promises':
      return n === 0 ? points.promises : points.missed(n);
    case 'changes':
      return points.changes(n);
    case 'open':
      return points.open(n);
    case 'numbers':
    case 'next':
      return points[about];
  }
}
