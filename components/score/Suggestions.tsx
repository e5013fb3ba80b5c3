import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { count } from '../ui/words.ts';
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
  const { learned, suggestions, aside } = state;
  const list = useRef<HTMLDivElement>(null);

  // The card goes away under the finger, so the focus goes to where its neighbours are.
  function notNow(suggestion: (typeof suggestions)[number]) {
    list.current?.focus({ preventScroll: true });
    onNotNow(suggestion);
  }

  return (
    <Panel
      title="What should change?"
      aside={suggestions.length > 0 ? 'proposed by verdicts, decided by you' : null}
    >
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
            {count(aside, 'suggestion')} hidden on this device, until verdicts say something else.{' '}
            <Button kind="link" data-action="bring-back" onClick={onBringBack}>
              Show again
            </Button>
          </p>
        ) : null}
      </div>
      {learned.suspicions.length > 0 ? (
        <div className={styles.suspicions}>
          <h3 className={styles.name}>Too good or too bad to be true</h3>
          <ul>
            {learned.suspicions.map((each) => (
              <li key={`${each.ruleId} ${each.n}`}>
                <bdi>{each.label}</bdi>. Held as agreed: {of(each)} accepted. Filled in afterwards?
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}

function nothing(n: number): string {
  return n < FEWEST_TO_SUGGEST
    ? `${count(n, 'verdict')} so far: nothing is suggested below ${FEWEST_TO_SUGGEST}.`
    : 'Nothing. No other points would have predicted verdicts surely enough better.';
}
