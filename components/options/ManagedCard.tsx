import { type ManagedKey, type ManagedWrong, managedKey } from '../../lib/contract/managed.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { managedWords } from '../../lib/words/managed.ts';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { Card } from './Card.tsx';
import styles from './Connection.module.css';

export type ManagedView = {
  /** What is set, as the organisation wrote it. */
  set: readonly { key: ManagedKey; value: string }[];
  wrong: readonly ManagedWrong[];
  /** Why this browser is not connected by itself yet, though that is set. */
  problem: Problem | null;
};

/** What the organisation has set for this browser, value by value, and what of it cannot be used. */
export function ManagedCard({ managed }: { managed: ManagedView }) {
  const t = managedWords();
  const { set, wrong, problem } = managed;
  if (set.length === 0 && wrong.length === 0) return null;
  return (
    <Card anchor="managed" title={t.title} lead={t.lead}>
      {wrong.length > 0 ? (
        <Notice tone="strong">
          <p className={text.strong}>{t.wrong}</p>
          <ul>
            {wrong.map((each) => (
              <li key={`${each.key} ${each.entry}`} data-wrong={each.key}>
                <bdi>{each.entry === null ? each.key : t.entry(each.key, each.entry)}</bdi>:{' '}
                {each.known ? t.wants[each.known] : t.noSuchKey}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {set.length > 0 ? (
        <dl className={styles.facts} data-state="managed">
          {[...set].sort(inOrder).map(({ key, value }) => (
            <div key={key} data-managed={key}>
              <dt>{t.keys[key]}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </Card>
  );
}

const ORDER: readonly ManagedKey[] = managedKey.options;
const inOrder = (one: { key: ManagedKey }, other: { key: ManagedKey }) =>
  ORDER.indexOf(one.key) - ORDER.indexOf(other.key);
