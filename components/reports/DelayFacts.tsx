import type { DelaysReport } from '../../lib/contract/reports.ts';
import { FEWEST } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { duration, fewWords, percent, wasWords } from './figures.ts';
import type { RoomProps } from './props.ts';
import styles from './ReportPanel.module.css';

type Props = {
  side: 'system' | 'human';
  report: DelaysReport;
  before: DelaysReport | null;
  room: RoomProps;
};

/** How often one side kept its time, and how long half of all took. */
export function DelayFacts({ side, report, before, room }: Props) {
  const t = reportWords();
  const { n, kept, promise, median } = report[side];
  const was = before?.[side];
  const then = wasWords(
    room.choice.compare,
    was && was.n >= FEWEST ? percent(was.kept / was.n) : null,
  );
  return (
    <div>
      <p className={side === 'system' ? styles.marketing : styles.sales}>{t.delays[side]}</p>
      {n >= FEWEST ? (
        <p>
          <strong>{t.delays.inTime(percent(kept / n), duration(promise))}</strong>{' '}
          <span className={styles.muted}>{t.of(number(kept), number(n))}</span>
        </p>
      ) : (
        <p className={styles.muted}>{side === 'human' ? fewWords({ of: n }) : t.counted(n)}</p>
      )}
      <p className={styles.muted}>
        {[
          side === 'system' ? t.delays.systemHelp : t.delays.humanHelp,
          median === null ? null : t.delays.half(duration(median)),
          then,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    </div>
  );
}
