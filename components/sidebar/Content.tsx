import { useState } from 'react';
import type { ContentRead } from '../../lib/contract/lead.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './Content.module.css';

type Props = { content: ContentRead[]; now: number; place: Place };

/** So many a glance can take; the rest is one press away. */
const GLANCE = 3;

/** What they read, watched or downloaded: how often, and when last. */
export function Content({ content, now, place }: Props) {
  const t = readingWords();
  const [all, setAll] = useState(false);
  const folded = !all && content.length > GLANCE + 1;
  const shown = folded ? content.slice(0, GLANCE) : content;
  return (
    <div className={styles.read} data-content="">
      <h3 className={text.hidden}>{t.read}</h3>
      <ul>
        {shown.map(({ title, url, times, lastAt }) => (
          <li key={`${title} ${url}`} className={styles.line}>
            <bdi>{url ? <ExternalLink href={url}>{title}</ExternalLink> : title}</bdi>
            <span className={styles.facts}>
              {times > 1 ? `${t.times(times)} · ` : ''}
              <When at={lastAt} now={now} place={place} />
            </span>
          </li>
        ))}
      </ul>
      {folded ? (
        <Button kind="link" data-action="all-content" onClick={() => setAll(true)}>
          {t.moreRead(content.length - shown.length)}
        </Button>
      ) : null}
    </div>
  );
}
