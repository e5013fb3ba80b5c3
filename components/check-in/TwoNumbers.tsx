import { FEWEST, type HeadlineReport } from '../../lib/contract/reports.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { number } from '../../lib/words/numbers.ts';
import { percent } from '../score/words.ts';
import { classes } from '../ui/classes.ts';
import { plainDay } from '../ui/time.ts';
import type { PartProps } from './props.ts';
import styles from './TwoNumbers.module.css';

/** How much marketing brought and how good sales found it, beside what was promised and the time before. */
export function TwoNumbers({ checkIn, now, place }: PartProps) {
  const t = checkInWords();
  const { headline, before, from } = checkIn;
  const days = Math.round((Date.parse(checkIn.to) - Date.parse(from)) / 86_400_000) + 1;
  const say = (daysBefore: number) =>
    plainDay(
      new Date(Date.parse(from) - daysBefore * 86_400_000).toISOString().slice(0, 10),
      now,
      place,
    );
  const ago = t.numbers.before(t.days(say(days), say(1)));
  return (
    <div className={styles.numbers}>
      <Volume headline={headline} before={before} ago={ago} />
      <Quality headline={headline} before={before} ago={ago} />
    </div>
  );
}

type Props = { headline: HeadlineReport; before: HeadlineReport; ago: string };

function Volume({ headline, before, ago }: Props) {
  const t = checkInWords().numbers;
  const { handed, promised } = headline.volume;
  const wanted = promised === null ? null : Math.round(promised);
  return (
    <section className={styles.number} data-number="volume">
      <h2 className={classes(styles.name, styles.marketing)}>{t.volume}</h2>
      <p>
        <span className={styles.big}>{number(handed)}</span>{' '}
        <span className={styles.beside}>
          {t.handed(handed)}
          {wanted === null ? null : <>, {t.ofPromised(wanted)}</>}
        </span>
      </p>
      <p>{wanted === null ? t.notPromised : apart(handed - wanted)}</p>
      <p className={styles.before}>
        {ago}: {t.beforeVolume(before.volume.handed)}
      </p>
    </section>
  );
}

function apart(more: number): string {
  const t = checkInWords().numbers;
  if (more === 0) return t.exactly;
  return more < 0 ? t.short(-more) : t.over(more);
}

function Quality({ headline, before, ago }: Props) {
  const t = checkInWords().numbers;
  const { accepted, promisedShare, recycled, waiting } = headline.quality;
  const then = before.quality.accepted;
  const few = accepted.of < FEWEST;
  return (
    <section className={styles.number} data-number="quality">
      <h2 className={classes(styles.name, styles.sales)}>{t.quality}</h2>
      {few ? (
        <p className={styles.few}>{t.tooFew(accepted.of, FEWEST)}</p>
      ) : (
        <p>
          <span className={styles.big}>{percent(accepted.n / accepted.of)}</span>{' '}
          <span className={styles.beside}>{t.ofShare(percent(promisedShare))}</span>
        </p>
      )}
      {few ? null : <p>{against(accepted, promisedShare)}</p>}
      <p className={styles.muted}>
        {few ? null : `${t.accepted(accepted.n, accepted.of)}, ${likely(accepted)}. `}
        {t.recycled(recycled)}, {t.waiting(waiting)}.
      </p>
      <p className={styles.before}>
        {ago}:{' '}
        {then.of < FEWEST
          ? t.beforeFew(then.of)
          : t.beforeQuality(percent(then.n / then.of), then.of)}
      </p>
    </section>
  );
}

type Accepted = HeadlineReport['quality']['accepted'];

const likely = ({ low, high }: Accepted): string =>
  checkInWords().numbers.likely(percent(low ?? 0), percent(high ?? 1));

/** What can be said of the promise: chance alone moves a share by as much as its interval is wide. */
function against({ low, high }: Accepted, promised: number): string {
  const t = checkInWords().numbers;
  if (high !== null && high < promised) return t.below;
  return low !== null && low > promised ? t.above : t.inside;
}
