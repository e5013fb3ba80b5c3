import { useRef } from 'react';
import { scoreWords } from '../../lib/words/score.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Panel } from './Panel.tsx';
import type { LearnedState, ScoreRoomCallbacks } from './props.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './Suggestions.module.css';
import { keyOf, of, openDraft } from './words.ts';

type Props = Pick<ScoreRoomCallbacks, 'onPutInDraft' | 'onNotNow' | 'onBringBack'> & {
  state: LearnedState;
};

/** The store suggests nothing below this many verdicts (lib/score/learn/study.ts). */
const FEWEST_TO_SUGGEST = 100;

/** What verdicts would change, each change with its evidence. Nothing of it is in force. */
export function Suggestions({ state, onPutInDraft, onNotNow, onBringBack }: Props) {
  const t = scoreWords().change;
  const { learned, suggestions, aside } = state;
  const list = useRef<HTMLDivElement>(null);

  // The card goes away under the finger, so the focus goes to where its neighbours are.
  function notNow(suggestion: (typeof suggestions)[number]) {
    list.current?.focus({ preventScroll: true });
    onNotNow(suggestion);
  }

  return (
    <Panel title={t.title} aside={suggestions.length > 0 ? t.aside : null}>
      <div ref={list} tabIndex={-1} className={styles.list} data-part="suggestions">
        {suggestions.map((suggestion) => (
          <SuggestionCard
            key={keyOf(suggestion)}
            suggestion={suggestion}
            draft={openDraft(learned)}
            onPut={() =>
              onPutInDraft({
                of: 'points',
                ruleId: suggestion.ruleId,
                step: suggestion.step,
                to: suggestion.to,
              })
            }
            onNotNow={() => notNow(suggestion)}
          />
        ))}
        {suggestions.length === 0 && aside === 0 ? <p>{nothing(learned.quality.n)}</p> : null}
        {aside > 0 ? (
          <p className={styles.aside}>
            {t.hidden(aside)}{' '}
            <Button kind="link" data-action="bring-back" onClick={onBringBack}>
              {t.showAgain}
            </Button>
          </p>
        ) : null}
      </div>
      {learned.suspicions.length > 0 ? (
        <div className={styles.suspicions}>
          <h3 className={styles.name}>{t.suspicious}</h3>
          <ul>
            {learned.suspicions.map((each) => (
              <li key={`${each.ruleId} ${each.n}`}>
                <Fill text={t.suspicion(of(each))} label={<bdi>{each.label}</bdi>} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}

function nothing(n: number): string {
  const t = scoreWords().change;
  return n < FEWEST_TO_SUGGEST ? t.tooFew(n, FEWEST_TO_SUGGEST) : t.nothing;
}
