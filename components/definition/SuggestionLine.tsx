import type { Suggestion } from '../../lib/contract/learning.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { number } from '../../lib/words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { signed } from '../ui/words.ts';
import styles from './DefinitionRoom.module.css';
import type { RoomParts } from './props.ts';

/** The best of what verdicts speak for, one line; the others with their evidence are in the room “Score”. */
export function SuggestionLine({ state, onTakeUp, onNotNow }: RoomParts) {
  const t = definitionWords();
  const open = state.suggestions.filter((each) => !isIn(state, each));
  const [first, ...others] = open;
  if (!first) return null;
  return (
    <div className={styles.suggestion} data-part="suggestion">
      <p>
        <Fill
          text={t.suggested}
          label={<bdi>{first.label}</bdi>}
          from={signed(first.from)}
          to={<strong>{signed(first.to)}</strong>}
          rates={rates(first)}
        />{' '}
        {others.length > 0 ? <a href="#score">{t.moreSuggestions(others.length)}</a> : null}
      </p>
      <span className={styles.buttons}>
        <Button size="small" data-action="not-now" onClick={() => onNotNow(first)}>
          {t.notNow}
        </Button>
        <Button size="small" data-action="take-up" onClick={() => onTakeUp(first)}>
          {t.putIn}
        </Button>
      </span>
    </div>
  );
}

function rates({ with: having, without }: Suggestion): string {
  const share = ({ n, accepted }: Suggestion['with']) =>
    n === 0 ? '–' : `${Math.round((accepted / n) * 100)}\u00a0%`;
  return definitionWords().suggestedRates(share(having), share(without), number(having.n));
}

/** Whether what is on screen says it already. */
function isIn({ shown }: RoomParts['state'], { ruleId, step, to }: Suggestion): boolean {
  const fit = shown.fit.find(({ id }) => id === ruleId);
  const rule = shown.engagement.find(({ id }) => id === ruleId);
  if (step === null) return (rule ?? fit)?.points === to;
  return rule?.steps?.some((each) => each.from === step && each.points === to) ?? false;
}
