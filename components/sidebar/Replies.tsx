import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { Notice } from '../ui/Notice.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { flags, resolutions, verdicts } from '../ui/words.ts';
import styles from './Replies.module.css';
import { Section } from './Section.tsx';

type Props = { answers: FeedbackEntry[]; now: number; place: Place };

/** What marketing answered to what I said, newest first; older ones on request. */
export function Replies({ answers, now, place }: Props) {
  const [first, ...rest] = answers;
  if (!first) return null;
  return (
    <Section
      title="From marketing"
      aside={
        <When at={first.resolution?.madeAt ?? first.madeAt} now={now} place={place} as="clock" />
      }
    >
      <Answer entry={first} />
      {rest.length > 0 ? (
        <details className={styles.more}>
          <summary>
            {rest.length === 1 ? '1 earlier answer' : `${rest.length} earlier answers`}
          </summary>
          {rest.map((entry) => (
            <Answer key={entry.id} entry={entry} />
          ))}
        </details>
      ) : null}
    </Section>
  );
}

function Answer({ entry }: { entry: FeedbackEntry }) {
  const { resolution } = entry;
  if (!resolution) return null;
  return (
    <div className={styles.answer}>
      <Notice tone="marketing">
        <p>
          <span className={text.strong}>{resolutions()[resolution.kind].said}</span>
          {resolution.reply ? ': ' : '.'}
          <bdi>{resolution.reply}</bdi>
        </p>
        <p className={styles.about}>
          <bdi>{resolution.by}</bdi>, to your “{what(entry)}”
        </p>
      </Notice>
    </div>
  );
}

function what(entry: FeedbackEntry): string {
  const said = entry.verdict ? verdicts()[entry.verdict].said : entry.flag ? flags()[entry.flag] : '';
  return entry.reason ? `${said}: ${entry.reason}` : said;
}
