import { useEffect, useState } from 'react';
import type { IdentityAnswer } from '../../lib/contract/identity.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Fill } from '../ui/Fill.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './KnownBy.module.css';
import type { SidebarCallbacks } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onIdentity'> & { leadId: string; now: number; place: Place };

/** More than anybody reads; a person with hundreds of visits has hundreds of names. */
const MOST = 12;

/** All names of a lead, and when leads were joined to it. Asked for only when somebody looks. */
export function KnownBy({ leadId, now, place, onIdentity }: Props) {
  const [known, setKnown] = useState<IdentityAnswer | Problem | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once per lead, whoever hands in the callback
  useEffect(() => {
    let current = true;
    void onIdentity(leadId).then((answer) => {
      if (current) setKnown(answer.ok ? answer.value : answer.problem);
    });
    return () => {
      current = false;
    };
  }, [leadId]);
  return (
    <div id="known-by" className={styles.known} role="status">
      {known === null ? (
        <p>{readingWords().oneMoment}</p>
      ) : 'names' in known ? (
        <Names {...known} now={now} place={place} />
      ) : (
        <p>
          {known.title}. {known.detail}
        </p>
      )}
    </div>
  );
}

function Names({ names, merges, now, place }: IdentityAnswer & { now: number; place: Place }) {
  const t = readingWords();
  const joined = merges.filter(({ undone }) => undone === null);
  return (
    <>
      <ul>
        {names.slice(0, MOST).map(({ kind, value }) => (
          <li key={`${kind} ${value}`}>
            {t.nameKinds[kind]} <bdi>{value}</bdi>
          </li>
        ))}
        {names.length > MOST ? <li>{t.moreNames(names.length - MOST)}</li> : null}
      </ul>
      {joined.slice(0, 3).map(({ mergeId, at, because }) => (
        <p key={mergeId}>
          <Fill
            text={t.joined}
            when={<When at={at} now={now} place={place} />}
            why={<span dir="auto">{because}</span>}
          />
        </p>
      ))}
    </>
  );
}
