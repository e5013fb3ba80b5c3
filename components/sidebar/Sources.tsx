import type { LeadCard } from '../../lib/contract/lead.ts';
import { readingWords } from '../../lib/words/reading.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './Sources.module.css';

type Props = { sources: LeadCard['sources']; now: number; place: Place };

/** How fresh this is: which source has fallen silent; when none has, which told something last. */
export function Sources({ sources, now, place }: Props) {
  const t = readingWords();
  const silent = sources.filter(({ silentDays }) => silentDays !== null);
  const freshest = [...sources].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))[0];
  if (silent.length > 0) {
    return (
      <span className={styles.silent} data-silent="">
        {silent.map(({ name, silentDays }) => (
          <span key={name} dir="auto">
            {t.silent(name, silentDays ?? 0)}
          </span>
        ))}
      </span>
    );
  }
  return freshest ? (
    <span className={styles.source}>
      <bdi>{freshest.name}</bdi> <When at={freshest.lastAt} now={now} place={place} />
    </span>
  ) : null;
}
