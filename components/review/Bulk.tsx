import type { ReviewLine } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './Bulk.module.css';
import type { Finds } from './props.ts';
import { what, why } from './said-words.ts';
import type { Answering } from './use-answer.ts';
import type { Selection } from './use-selection.ts';

type Props = { selection: Selection; answer: Answering; onFind: Finds };

/** So many names are read; the list has all of them. */
const SOME = 8;

/** One answer for all that are selected. */
export function Bulk({ selection: { selected, clear, toggle }, answer, onFind }: Props) {
  const t = reviewWords();
  const reps = [...new Set(selected.map(({ entry }) => entry.by))];
  const rest = selected.length - SOME;
  return (
    <div className={styles.bulk}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t.selected(selected.length)}</h2>
        <Button size="small" data-action="clear-selection" onClick={clear}>
          {t.clearSelection}
        </Button>
      </div>
      <ul className={styles.list}>
        {selected.slice(0, SOME).map((line) => (
          <li key={line.entry.id} className={styles.line}>
            <span className={styles.name}>
              <bdi>{line.name ?? t.withoutName}</bdi>
            </span>
            <span className={styles.said}>
              <bdi>{wordsOf(line)}</bdi>
            </span>
            <Button
              kind="link"
              size="small"
              aria-label={t.leaveOut(line.name ?? t.withoutName)}
              onClick={() => toggle(line.entry.id, false)}
            >
              {t.notThis}
            </Button>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={styles.rest}>{t.andMore(rest)}</p> : null}
      <AnswerForm
        answer={answer}
        lead={null}
        next={false}
        reads={t.repsSee(reps)}
        onFind={onFind}
      />
    </div>
  );
}

const wordsOf = ({ entry }: ReviewLine) => [what(entry), why(entry)].filter(Boolean).join(': ');
