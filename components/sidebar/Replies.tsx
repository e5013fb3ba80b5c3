import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { resolutions } from '../ui/words.ts';
import styles from './Replies.module.css';
import { Section } from './Section.tsx';
import { entrySaid } from './said-words.ts';

type Props = { answers: FeedbackEntry[]; now: number; place: Place };

/** What marketing answered to what I said, newest first; older ones on request. */
export function Replies({ answers, now, place }: Props) {
  const t = sayingWords();
  const [first, ...rest] = answers;
  if (!first) return null;
  return (
    <Section
      title={t.fromMarketing}
      aside={
        <When at={first.resolution?.madeAt ?? first.madeAt} now={now} place={place} as="clock" />
      }
    >
      <Answer entry={first} />
      {rest.length > 0 ? (
        <details className={styles.more}>
          <summary>{t.earlierAnswers(rest.length)}</summary>
          {rest.map((entry) => (
            <Answer key={entry.id} entry={entry} />
          ))}
        </details>
      ) : null}
    </Section>
  );
}

function Answer({ entry }: { entry: FeedbackEntry }) {
  const t = sayingWords();
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
          <Fill
            text={t.toYour}
            who={<bdi>{resolution.by}</bdi>}
            what={<bdi>{entrySaid(entry)}</bdi>}
          />
        </p>
      </Notice>
    </div>
  );
}
