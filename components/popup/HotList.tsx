import { useState } from 'react';
import type { Mine } from '../../lib/contract/mine.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Day.module.css';
import { LeadLine, type LineProps } from './LeadLine.tsx';

/** A glance; the rest is one press away. */
export const FIRST = 5;

/** Over the line and not answered, best first, with the rule of the ranking in words. */
export function HotList({ mine, line }: { mine: Mine; line: LineProps }) {
  const t = popupWords();
  const [all, setAll] = useState(false);
  const { hot, rule, watched } = mine;
  const shown = all ? hot : hot.slice(0, FIRST);
  const watching = new Set(watched.map(({ leadId }) => leadId));
  return (
    <section aria-label={t.hot} data-part="hot" className={styles.hot}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t.hot}</h2>
        <p className={styles.note}>
          {rule.by === 'chance' ? t.byChance(rule.freshDays) : t.byPoints(rule.freshDays)}
        </p>
      </div>
      {hot.length === 0 ? (
        <div className={styles.none}>
          <p>{t.noHot}</p>
          <p className={styles.note}>{t.noHotHow}</p>
        </div>
      ) : (
        <ul>
          {shown.map((lead) => (
            <LeadLine key={lead.leadId} lead={lead} watched={watching.has(lead.leadId)} {...line} />
          ))}
        </ul>
      )}
      {hot.length > shown.length ? (
        <p className={styles.more}>
          <Button kind="link" data-action="show-all" onClick={() => setAll(true)}>
            {t.showAll(hot.length)}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
