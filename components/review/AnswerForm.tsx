import { useId } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { RESOLUTION_ORDER, resolutions } from '../ui/words.ts';
import styles from './AnswerForm.module.css';
import type { Answering } from './use-answer.ts';

type Props = {
  answer: Answering;
  /** Who reads the answer. */
  rep: string;
  /** Another one waits. */
  next: boolean;
};

/** One of four answers, and a sentence for the rep. */
export function AnswerForm({ answer, rep, next }: Props) {
  const t = reviewWords();
  const id = useId();
  const { draft, missing, busy, problem, change, send } = answer;
  return (
    <form
      className={styles.form}
      noValidate
      data-form="answer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 id={id} className={styles.title}>
        {t.marketingsAnswer}
      </h3>
      <div
        role="radiogroup"
        className={styles.kinds}
        aria-labelledby={id}
        aria-invalid={missing === 'kind' || undefined}
        aria-describedby={missing === 'kind' ? `${id}-missing` : undefined}
      >
        {RESOLUTION_ORDER.map((kind, index) => (
          <label key={kind} className={styles.kind}>
            <input
              type="radio"
              className={styles.radio}
              name={id}
              value={kind}
              checked={draft.kind === kind}
              onChange={() => change({ kind })}
            />
            <span className={styles.act}>{resolutions()[kind].act}</span>
            <span className={styles.key} aria-hidden="true">
              {index + 1}
            </span>
            <span className={styles.hint}>{resolutions()[kind].hint}</span>
          </label>
        ))}
      </div>
      {missing === 'kind' ? (
        <p id={`${id}-missing`} role="alert" className={styles.missing}>
          {t.chooseOne}
        </p>
      ) : null}
      <TextField
        label={draft.kind === 'kept' ? t.keptBecause : t.reply}
        name="reply"
        rows={3}
        maxLength={4000}
        value={draft.reply}
        error={missing === 'reply' ? t.sayWhy : null}
        onChange={(event) => change({ reply: event.target.value })}
      />
      {problem ? <ProblemNotice problem={problem} safe={t.notSaved} /> : null}
      <div className={styles.foot}>
        <p className={styles.hint}>
          <Fill text={t.seesThis} rep={<bdi>{rep}</bdi>} />
        </p>
        <Button
          type="submit"
          kind="marketing"
          busy={busy}
          keys={t.ctrlEnter}
          aria-keyshortcuts="Control+Enter"
          data-action="answer"
        >
          {next ? t.sendAndNext : t.send}
        </Button>
      </div>
    </form>
  );
}
