import { useContext, useLayoutEffect, useRef, useState } from 'react';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import styles from './Form.module.css';
import { formKeys } from './form-keys.ts';
import { NotesAllowed } from './notes.ts';
import type { SidebarCallbacks } from './props.ts';
import { entrySaid } from './said-words.ts';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  /** My own flag, on the score or on one line. */
  entry: FeedbackEntry;
  disarmed: string | null;
  now: number;
  place: Place;
};

/** What I flagged, and a note that may follow: within ten seconds it goes with it, later it corrects it. */
export function Flagged({ entry, disarmed, now, place, onFlag }: Props) {
  const [writing, setWriting] = useState(false);
  const mayWrite = useContext(NotesAllowed);
  const opener = useRef<HTMLButtonElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const back = useRef(false);
  const t = sayingWords();
  const said = entrySaid(entry);

  useLayoutEffect(() => {
    if (!back.current || writing) return;
    back.current = false;
    (opener.current ?? part.current)?.focus({ preventScroll: true });
  });

  function done() {
    back.current = true;
    setWriting(false);
  }

  return (
    <div
      ref={part}
      tabIndex={-1}
      className={styles.flagged}
      data-flagged={entry.fault ?? entry.flag}
    >
      <p>
        {entry.ruleId === null ? (
          <Fill
            text={t.youSaid}
            what={said}
            when={<When at={entry.madeAt} now={now} place={place} />}
          />
        ) : (
          t.youFlagged(said)
        )}
        {mayWrite && entry.note === '' && !writing && entry.resolution === null ? (
          <>
            {' '}
            <Button
              ref={opener}
              kind="link"
              data-action="add-note"
              onClick={() => setWriting(true)}
            >
              {t.addNote}
            </Button>
          </>
        ) : null}
      </p>
      {entry.note ? (
        <p className={styles.note} dir="auto">
          {entry.note}
        </p>
      ) : null}
      {writing ? (
        <NoteForm entry={entry} disarmed={disarmed} onFlag={onFlag} onDone={done} />
      ) : null}
    </div>
  );
}

type FormProps = Pick<Props, 'entry' | 'disarmed' | 'onFlag'> & { onDone: () => void };

function NoteForm({ entry, disarmed, onFlag, onDone }: FormProps) {
  const [note, setNote] = useState('');
  const saving = useSaving();
  const t = sayingWords();

  async function send() {
    const words = note.trim();
    const { flag, ruleId, fault, id } = entry;
    if (!flag || disarmed) return;
    if (
      !words ||
      (await saving.run(() => onFlag({ flag, ruleId, fault, note: words, instead: id })))
    )
      onDone();
  }

  return (
    <form
      className={styles.inline}
      onKeyDown={(event) => formKeys(event, () => void send(), onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t.noteToFlag}
        rows={1}
        maxLength={4000}
        name="flag-note"
        value={note}
        autoFocus
        onChange={(event) => setNote(event.target.value)}
      />
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.wordsKept} /> : null}
      {disarmed ? <p className={styles.disarmed}>{disarmed}</p> : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          kind="sales"
          size="small"
          busy={saving.busy}
          off={disarmed !== null}
          data-action="save-note"
        >
          {t.saveNote}
        </Button>
        <Button size="small" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
