import type { Woken } from '../../lib/contract/wake.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Fill } from '../ui/Fill.tsx';
import { pastDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './Warnings.module.css';

type Props = { woken: Woken; points: number; now: number; place: Place };

/** A recycled lead is back: since when, why, and what happened while it slept. */
export function Back({ woken, points, now, place }: Props) {
  const t = sayingWords();
  const { at, because, events, moments, pointsThen } = woken;
  return (
    <div className={styles.warnings} data-woken={because.is} role="status">
      <p className={styles.title}>
        <Fill
          text={t.backSince}
          when={<time dateTime={at}>{pastDay(at, now, place)}</time>}
          why={<bdi>{because.label ?? t.because[because.is]}</bdi>}
        />
      </p>
      <p>
        {t.whileAsleep(events, moments)}{' '}
        {pointsThen === null ? null : t.pointsThenNow(pointsThen, points)}
      </p>
    </div>
  );
}
