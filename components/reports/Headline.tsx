import type { HeadlineReport } from '../../lib/contract/reports.ts';
import { number } from '../../lib/words/numbers.ts';
import { reportWords } from '../../lib/words/reports.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Strip } from '../charts/Strip.tsx';
import { Volume } from '../charts/Volume.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { ProblemDetail } from '../ui/ProblemNotice.tsx';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { BehindDialog } from './BehindDialog.tsx';
import { enough, fewWords, percent, rateSays } from './figures.ts';
import styles from './Headline.module.css';
import type { HeadlineProps } from './props.ts';

const HERE = {};

type Part = { report: HeadlineReport; now: number; place: Place; onLook: HeadlineProps['onLook'] };

/** The two numbers of the truce, with what was promised beside each; at the top of every room. */
export function Headline(props: HeadlineProps) {
  const t = reportWords().headline;
  const { loaded, behind, now, place = HERE, onRetry, onLook } = props;
  const { value, problem, loading } = loaded;
  const part = value ? { report: value, now, place, onLook } : null;
  return (
    <section
      className={styles.strip}
      aria-label={t.label}
      aria-busy={loading || undefined}
      data-part="headline"
    >
      {part ? <Many {...part} /> : <Nothing side="marketing" title={t.volume} loading={loading} />}
      {part ? <Good {...part} /> : <Nothing side="sales" title={t.quality} loading={loading} />}
      {problem ? (
        <p className={styles.problem} role="alert">
          {value ? `${reportWords().stale} ` : ''}
          <ProblemDetail problem={problem} />{' '}
          <Button kind="link" busy={loading} data-action="retry-headline" onClick={onRetry}>
            {uiWords().tryAgain}
          </Button>
        </p>
      ) : null}
      {behind ? (
        <BehindDialog
          behind={behind}
          now={now}
          place={place}
          onMore={props.onMoreBehind}
          onClose={props.onCloseBehind}
          onOpenLead={props.onOpenLead}
          onAll={props.onAllBehind}
          onSaveTable={props.onSaveTable}
        />
      ) : null}
    </section>
  );
}

/** The name of a number, which leads to what is behind it. */
function ToReports({ title }: { title: string }) {
  const t = reportWords().headline;
  return (
    <a className={styles.link} href="#reports" title={t.toReports} data-action="to-reports">
      {title}
    </a>
  );
}

type NothingProps = { side: 'marketing' | 'sales'; title: string; loading: boolean };

/** Where the number will be. */
function Nothing({ side, title, loading }: NothingProps) {
  return (
    <div className={styles.card}>
      <div>
        <p className={classes(styles.name, styles[side])}>{title}</p>
        <p className={styles.number}>–</p>
        {loading ? <p className={styles.under}>{reportWords().headline.counting}</p> : null}
      </div>
    </div>
  );
}

function Many({ report, now, place, onLook }: Part) {
  const t = reportWords().headline;
  const { handed, promised, promisedPerWeek, weeks, mark } = report.volume;
  const title = `${t.volume}, ${t.of12}`;
  return (
    <div className={styles.card}>
      <div>
        <h2 className={classes(styles.name, styles.marketing)}>
          <ToReports title={t.volume} />
        </h2>
        <p className={styles.number}>
          <button
            type="button"
            className={styles.open}
            aria-label={t.listAll(number(handed))}
            data-action="volume"
            onClick={() => onLook(mark, title)}
          >
            {number(handed)}
          </button>{' '}
          <span className={styles.beside}>
            {promised === null ? t.noPromise : t.ofPromised(number(Math.round(promised)))}
          </span>
        </p>
        <p className={styles.under}>{volumeWords(report)}</p>
      </div>
      <div className={styles.plot}>
        <Volume
          label={t.volumeTitle}
          note={weeks.some(({ whole }) => !whole) ? t.volumeNote : ''}
          promise={
            promisedPerWeek === null
              ? null
              : { n: promisedPerWeek, label: t.aWeek(number(promisedPerWeek)) }
          }
          weeks={weeks.map(({ week, n, whole, mark: behind }) => {
            const name = plainDay(week, now, place);
            const says = whole ? t.weekSays(name, n) : t.partSays(name, n);
            return { key: week, name, n, whole, says, onOpen: () => onLook(behind, says) };
          })}
        />
      </div>
    </div>
  );
}

function volumeWords({ volume }: HeadlineReport): string {
  const t = reportWords().headline;
  const { handed, promised, promisedPerWeek, weeks } = volume;
  if (handed === 0) return t.nobody;
  const perWeek =
    promised && promisedPerWeek
      ? handed / (promised / promisedPerWeek)
      : handed / Math.max(1, weeks.length);
  const each = number(Math.round(perWeek));
  if (promised === null || promisedPerWeek === null) return t.perWeek(each);
  const apart = handed - Math.round(promised);
  const per = number(promisedPerWeek);
  if (apart === 0) return t.exactly(per);
  return apart < 0 ? t.short(number(-apart), each, per) : t.kept(number(apart), each, per);
}

function Good({ report, onLook }: Part) {
  const w = reportWords();
  const t = w.headline;
  const { accepted, recycled, waiting, promisedShare, mark } = report.quality;
  const share = enough(accepted);
  const promised = w.promised(percent(promisedShare));
  const open = () => onLook(mark, `${t.quality}, ${t.of12}`);
  const facts = [
    t.acceptedOf(number(accepted.n), number(accepted.of)),
    recycled > 0 ? t.recycled(recycled) : '',
    waiting > 0 ? t.waiting(waiting) : '',
  ];
  return (
    <div className={styles.card}>
      <div>
        <h2 className={classes(styles.name, styles.sales)}>
          <ToReports title={t.quality} />
        </h2>
        <p className={styles.number}>
          {share ? (
            <button
              type="button"
              className={styles.open}
              aria-label={`${percent(share.share)}, ${t.listAll(number(accepted.of))}`}
              data-action="quality"
              onClick={open}
            >
              {percent(share.share)}
            </button>
          ) : (
            '–'
          )}{' '}
          <span className={styles.beside}>{t.ofPromised(percent(promisedShare))}</span>
        </p>
        <p className={styles.under}>
          {share ? facts.filter((each) => each !== '').join(', ') : fewWords(accepted)}
        </p>
      </div>
      {share ? (
        <div className={styles.plot}>
          <Strip
            label={t.qualityTitle}
            note={judged(share, promisedShare)}
            rate={share}
            promise={{ share: promisedShare, label: promised }}
            percent={percent}
            says={rateSays(t.quality, accepted)}
            onOpen={open}
          />
        </div>
      ) : null}
    </div>
  );
}

function judged(
  { share, low, high }: { share: number; low: number; high: number },
  promised: number,
): string {
  const t = reportWords().headline;
  if (low > promised) return t.above;
  if (high < promised) return t.below;
  return share < promised ? t.inside : t.insideKept;
}
