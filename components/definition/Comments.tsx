import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../lib/contract/text.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { When } from '../ui/When.tsx';
import styles from './Aside.module.css';
import { Part } from './Part.tsx';
import type { RoomParts } from './props.ts';

/** What both sides say about the draft before they sign it. */
export function Comments({ state, now, place, onComment }: RoomParts) {
  const t = definitionWords().comments;
  const [text, setText] = useState('');
  const saving = useSaving();
  const { draft } = state.answer;
  if (!draft) return null;

  async function send(event: FormEvent) {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    if (await saving.run(() => onComment(said))) setText('');
  }

  return (
    <Part title={t.title} part="comments">
      {draft.comments.length === 0 ? (
        <p className={styles.muted}>{t.none}</p>
      ) : (
        <ul className={styles.comments}>
          {draft.comments.map(({ commentId, by, at, text: said }) => (
            <li key={commentId}>
              <span className={styles.by}>
                <bdi>{by}</bdi>, <When at={at} now={now} place={place} as="clock" />
              </span>
              <p dir="auto">{said}</p>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} data-form="comment" onSubmit={(event) => void send(event)}>
        <TextField
          label={t.write}
          name="comment"
          maxLength={LIMITS.note}
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="small" busy={saving.busy} data-action="comment">
          {saving.busy ? t.sending : t.send}
        </Button>
        {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.safe} /> : null}
      </form>
    </Part>
  );
}
