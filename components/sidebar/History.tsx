import type { FeedbackEntry, LeadCard } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Fill } from '../ui/Fill.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { resolutions } from '../ui/words.ts';
import styles from './History.module.css';
import { entrySaid, ruleLabel, sleepSaid } from './said-words.ts';

type Props = { said: FeedbackEntry[]; card: LeadCard; now: number; place: Place };

/** Everything that was ever said of this lead, newest first, nothing of it replaced: opened by who asks. */
export function History({ said, card, now, place }: Props) {
  const t = sayingWords();
  if (said.length === 0) return null;
  const flags = said.filter((entry) => entry.kind === 'flag').length;
  return (
    <details className={styles.history} data-history="">
      <summary>
        <span className={text.label}>{t.history}</span>
        <span className={styles.count}>{t.saidSoFar(said.length - flags, flags)}</span>
      </summary>
      <ol className={styles.entries}>
        {said.map((entry) => (
          <Entry key={entry.id} entry={entry} card={card} now={now} place={place} />
        ))}
      </ol>
    </details>
  );
}

type EntryProps = Omit<Props, 'said'> & { entry: FeedbackEntry };

function Entry({ entry, card, now, place }: EntryProps) {
  const t = sayingWords();
  const { resolution, pointsThen } = entry;
  const about = ruleLabel(entry.ruleId, card);
  const sleeps = sleepSaid({ until: entry.until, signals: entry.wakeOn }, card, now, place);
  return (
    <li data-entry={entry.kind}>
      <p>
        <bdi className={styles.what}>{entrySaid(entry)}</bdi>
        {about ? <bdi> {t.about(about)}</bdi> : null}
      </p>
      <p className={styles.facts}>
        <bdi>{entry.mine ? t.you : entry.by}</bdi>,{' '}
        <When at={entry.madeAt} now={now} place={place} as="clock" />,{' '}
        {pointsThen === null ? t.noPointsThen : t.pointsThen(pointsThen)}
      </p>
      {sleeps ? <p>{sleeps}</p> : null}
      {entry.note ? <p dir="auto">{entry.note}</p> : null}
      {resolution ? (
        <div className={styles.answer}>
          <p>
            <span className={text.strong}>{resolutions()[resolution.kind].said}</span>
            {resolution.reply ? ': ' : '.'}
            <bdi>{resolution.reply}</bdi>
          </p>
          <p className={styles.facts}>
            <Fill
              text={t.answerBy}
              who={<bdi>{resolution.by}</bdi>}
              when={<When at={resolution.madeAt} now={now} place={place} as="clock" />}
            />
          </p>
        </div>
      ) : null}
    </li>
  );
}
