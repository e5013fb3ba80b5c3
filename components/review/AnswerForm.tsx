import { type ReactNode, useId } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { RESOLUTION_ORDER, resolutions } from '../ui/words.ts';
import styles from './AnswerForm.module.css';
import { Duplicate } from './Duplicate.tsx';
import type { Finds } from './props.ts';
import type { Answering } from './use-answer.ts';

type Props = {
  answer: Answering;
  /** Another one waits. */
  next: boolean;
  /** How many open lines have the same reason from the same source, this one included. */
  alike?: number | null;
  /** The next definition that is being written, if one is. */
  draftVersion?: number | null;
  /** The lead it is about; null when several are answered together. */
  lead: { leadId: string; name: string | null } | null;
  /** Who reads the answer, in a sentence. */
  reads: ReactNode;
  onFind: Finds;
};

/** One of four answers, and a sentence for the rep. */
export function AnswerForm(props: Props) {
  const { answer, lead, draftVersion = null, onFind } = props;
  const t = reviewWords();
  const id = useId();
  const { draft, missing, problem, change, send } = answer;
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
        {RESOLUTION_ORDER.map((kind, index) => {
          const alone = kind === 'duplicate' && answer.many > 0;
          const words = resolutions()[kind];
          const act = kind === 'changed' && draftVersion ? t.changedIn(draftVersion) : words.act;
          return (
            <label key={kind} className={styles.kind} data-off={alone || undefined}>
              <input
                type="radio"
                className={styles.radio}
                name={id}
                value={kind}
                checked={draft.kind === kind}
                disabled={alone}
                onChange={() => change({ kind })}
              />
              <span className={styles.act}>{act}</span>
              <span className={styles.key} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles.hint}>{alone ? t.oneAtATime : hintOf(kind)}</span>
            </label>
          );
        })}
      </div>
      {missing === 'kind' ? (
        <p id={`${id}-missing`} role="alert" className={styles.missing}>
          {t.chooseOne}
        </p>
      ) : null}
      {draft.kind === 'duplicate' && lead ? (
        <Duplicate
          lead={lead}
          draft={draft}
          missing={missing === 'other'}
          onFind={onFind}
          onOther={(other) => change({ other })}
        />
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
      {problem ? (
        <ProblemNotice problem={problem} safe={draft.joined ? t.joinedNotSaved : t.notSaved} />
      ) : null}
      <Foot {...props} />
    </form>
  );
}

function hintOf(kind: (typeof RESOLUTION_ORDER)[number]): string {
  return kind === 'duplicate' ? reviewWords().chooseOther : resolutions()[kind].hint;
}

function Foot({ answer, next, alike = null, reads }: Props) {
  const t = reviewWords();
  const { draft, many, busy, sendAlike } = answer;
  const others = many === 0 && draft.kind !== 'duplicate' && alike !== null && alike > 1;
  return (
    <div className={styles.foot}>
      <p className={styles.hint}>{reads}</p>
      <span className={styles.buttons}>
        {others ? (
          <Button busy={busy} data-action="answer-alike" onClick={() => void sendAlike()}>
            {t.answerAlike(alike)}
          </Button>
        ) : null}
        <Button
          type="submit"
          kind="marketing"
          busy={busy}
          keys={t.ctrlEnter}
          aria-keyshortcuts="Control+Enter"
          data-action="answer"
        >
          {many > 0 ? t.answerMany(many) : next ? t.sendAndNext : t.send}
        </Button>
      </span>
    </div>
  );
}
