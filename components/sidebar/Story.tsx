import type { LeadCard, SinceLooked } from '../../lib/contract/lead.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Fill } from '../ui/Fill.tsx';
import { clock, dayOf, full, pastDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { signed } from '../ui/words.ts';
import { Content } from './Content.tsx';
import { Section } from './Section.tsx';
import styles from './Story.module.css';

type Props = { card: LeadCard; now: number; place: Place };

/** What happened so far in a few sentences, what they read, and what is new since one last looked. */
export function Story({ card, now, place }: Props) {
  const { story, content, since, score } = card;
  if (story.length === 0 && content.length === 0 && !since) return null;
  return (
    <Section
      title={readingWords().story}
      aside={
        since ? <Since since={since} points={score.points} now={now} place={place} /> : undefined
      }
    >
      {story.length > 0 ? (
        <p dir="auto" data-story="">
          {story.map((part, index) =>
            part.url ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and never move
              <bdi key={index}>
                <ExternalLink href={part.url}>{part.text}</ExternalLink>
              </bdi>
            ) : (
              part.text
            ),
          )}
        </p>
      ) : null}
      {content.length > 0 ? <Content content={content} now={now} place={place} /> : null}
    </Section>
  );
}

type SinceProps = { since: SinceLooked; points: number; now: number; place: Place };

/** Beside the title, so that nothing moves when it comes. */
function Since({ since, points, now, place }: SinceProps) {
  const t = readingWords();
  const moved = since.pointsThen === null ? 0 : points - since.pointsThen;
  const news = [
    ...(since.events > 0 ? [t.newEvents(since.events)] : []),
    ...(moved === 0 ? [] : [t.pointsMoved(moved, signed(moved))]),
  ];
  const today = dayOf(since.at, place) === dayOf(now, place);
  const when = (
    <time dateTime={since.at} title={full(since.at, place)}>
      {today ? clock(since.at, place) : pastDay(since.at, now, place)}
    </time>
  );
  return (
    <span className={news.length > 0 ? styles.news : undefined} data-since={since.events}>
      {news.length > 0 ? (
        <Fill text={t.since} what={news.join(', ')} when={when} />
      ) : (
        <Fill text={t.nothingNew} when={when} />
      )}
    </span>
  );
}
