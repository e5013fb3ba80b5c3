import { useState } from 'react';
import type { Colleague } from '../../lib/contract/lead.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { plain, sideOf, stages } from '../ui/words.ts';
import styles from './Colleagues.module.css';

type Props = { company: string | null; colleagues: Colleague[]; now: number; place: Place };

/** So many a glance can take; the rest is one press away. */
const GLANCE = 5;

/** Who else of the company marketing knows, the most engaged first: stage, points, when they last did anything. */
export function Colleagues({ company, colleagues, now, place }: Props) {
  const t = readingWords();
  const [all, setAll] = useState(false);
  if (colleagues.length === 0) return null;
  const folded = !all && colleagues.length > GLANCE + 1;
  const shown = folded ? colleagues.slice(0, GLANCE) : colleagues;
  return (
    <div className={styles.colleagues} data-colleagues="">
      <h3 className={styles.title} dir="auto">
        {t.fromCompany(company)}
      </h3>
      <ul>
        {shown.map((each) => (
          <li key={each.leadId} className={styles.line}>
            <span>
              <bdi className={styles.name}>{each.name ?? t.nameless}</bdi>
              {each.title ? (
                <>
                  , <bdi>{each.title}</bdi>
                </>
              ) : null}{' '}
              <Chip side={sideOf(each.stage)} title={stages()[each.stage].long}>
                {stages()[each.stage].short}
              </Chip>
            </span>
            <span className={styles.facts}>
              {each.enough ? t.pointsShort(plain(each.points)) : t.notEnoughShort}
              {each.lastAt ? (
                <>
                  {' · '}
                  <Fill
                    text={t.lastActive}
                    when={<When at={each.lastAt} now={now} place={place} />}
                  />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {folded ? (
        <Button kind="link" data-action="all-colleagues" onClick={() => setAll(true)}>
          {t.moreNames(colleagues.length - shown.length)}
        </Button>
      ) : null}
    </div>
  );
}
