/**
 * components/list: what stands beside a row of the CRM's list.
 *
 * In: a lead in brief, and its card once it is here. Out: who, how likely, why, and the verdict bar of the sidebar.
 */
import '../ui/base.css';
import { useLayoutEffect, useRef } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { LeadInBrief } from '../../lib/contract/look-up.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { listWords } from '../../lib/words/list.ts';
import { told } from '../../lib/words/problems.ts';
import { readingWords } from '../../lib/words/reading.ts';
import type { LeadState, SidebarCallbacks, UndoView } from '../sidebar/props.ts';
import { everythingSaid } from '../sidebar/said.ts';
import { VerdictBar } from '../sidebar/VerdictBar.tsx';
import type { OutboxView, Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { signed, verdicts } from '../ui/words.ts';
import styles from './RowCard.module.css';

export interface RowCardProps
  extends Pick<SidebarCallbacks, 'onVerdict' | 'onUndo' | 'onOpenOutbox'> {
  brief: LeadInBrief;
  /** Null while the card is on its way. */
  state: LeadState | null;
  problem: Problem | null;
  outbox: OutboxView;
  undo: UndoView | null;
  /** Why nothing can be said now, as a sentence; null when it can. */
  disarmed: string | null;
  now: number;
  place?: Place;
  /** Called with the height it needs, after each painting. */
  onHeight(height: number): void;
}

/** Everything about one row on one small card; a verdict can be given as soon as all that is known is here. */
export function RowCard(props: RowCardProps) {
  const { brief, state, problem, now, place = {}, onHeight } = props;
  const t = listWords();
  const card = useRef<HTMLElement>(null);
  const tell = useRef(onHeight);
  tell.current = onHeight;

  useLayoutEffect(() => {
    if (card.current) tell.current(card.current.offsetHeight);
  });
  useLayoutEffect(() => {
    if (!card.current) return;
    const sizes = new ResizeObserver(([entry]) => {
      if (entry) tell.current(Math.ceil(entry.borderBoxSize[0]?.blockSize ?? 0));
    });
    sizes.observe(card.current);
    return () => sizes.disconnect();
  }, []);

  const who = state?.card.who;
  const said: FeedbackEntry[] = state ? everythingSaid(state) : [];
  return (
    <main ref={card} className={styles.card} data-lead={brief.leadId} tabIndex={-1}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          <bdi>{brief.name ?? readingWords().nameless}</bdi>
        </h1>
        {who?.title || who?.company ? (
          <p className={styles.what}>{[who.title, who.company].filter(Boolean).join(', ')}</p>
        ) : null}
      </header>
      <Figures brief={brief} />
      {brief.optedOut ? <p className={styles.out}>{readingWords().optedOut}</p> : null}
      {brief.why.length > 0 ? (
        <ul className={styles.why} aria-label={t.why}>
          {brief.why.map(({ label, points }) => (
            <li key={label}>
              <span className={styles.points}>{signed(points)}</span> <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {state ? (
        <div className={styles.verdict}>
          <VerdictBar
            key={brief.leadId}
            outbox={props.outbox}
            undo={props.undo}
            now={now}
            onVerdict={props.onVerdict}
            onUndo={props.onUndo}
            onOpenOutbox={props.onOpenOutbox}
            state={state}
            said={said}
            disarmed={props.disarmed}
            place={place}
          />
        </div>
      ) : (
        <div className={styles.wait} role="status">
          {brief.said ? (
            <p>
              {verdicts()[brief.said.verdict].said}, <bdi>{brief.said.by}</bdi>,{' '}
              <When at={brief.said.at} now={now} place={place} />
            </p>
          ) : null}
          <p>{problem ? `${told(problem).title}. ${t.failed}` : t.loading}</p>
        </div>
      )}
    </main>
  );
}

function Figures({ brief }: { brief: LeadInBrief }) {
  const t = listWords();
  const { enough, chance, points, grade } = brief;
  if (!enough) return <p className={styles.what}>{t.notEnoughMeans}</p>;
  return (
    <p className={styles.number}>
      <strong>{chance === null ? t.points(points) : t.chance(chance)}</strong>
      <span>
        {[grade ? t.grade(grade) : null, chance === null ? null : t.points(points)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </p>
  );
}
