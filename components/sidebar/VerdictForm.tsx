import { type KeyboardEvent, useState } from 'react';
import type { Reason } from '../../lib/contract/definition.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { dayOf } from '../ui/time.ts';
import type { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { verdicts } from '../ui/words.ts';
import styles from './Form.module.css';
import type { VerdictSaid } from './props.ts';
import { UntilChoice } from './UntilChoice.tsx';

type Props = {
  verdict: VerdictKind;
  reasons: readonly Reason[];
  saving: ReturnType<typeof useSaving>;
  disarmed: string | null;
  now: number;
  place: Place;
  onSend: (said: VerdictSaid) => void;
  onCancel: () => void;
};

/** Reject, disqualify, recycle: why (from the definition), until when if it is not for ever, and a note. */
export function VerdictForm(props: Props) {
  const { verdict, reasons, saving, disarmed, now, place, onSend, onCancel } = props;
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const today = dayOf(now, place);
  const wakes = verdict === 'recycled';
  const noReason = reason === null && reasons.length > 0;
  const noDay = wakes && !(until > today);
  const words = verdicts()[verdict];
  const question = reasons.find((each) => each.id === reason)?.question;

  function send() {
    setAsked(true);
    if (noReason || noDay || disarmed) return;
    onSend({ verdict, reason, note: note.trim(), until: wakes ? until : null });
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.act}
      data-form={verdict}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          {words.act}
          {words.when ? `, ${words.when}` : ''}
        </h2>
        <span className={styles.who}>marketing sees this</span>
      </div>
      {wakes ? (
        <UntilChoice
          today={today}
          until={until}
          place={place}
          now={now}
          error={asked && noDay ? 'Choose a day after today to wake this lead.' : null}
          onUntil={setUntil}
        />
      ) : null}
      {reasons.length > 0 ? (
        <Choices
          legend="Reason"
          quiet={!wakes}
          choices={reasons.map(({ id, label }) => ({ value: id, label }))}
          chosen={reason}
          onChoose={setReason}
          error={asked && noReason ? 'Choose a reason: it is what marketing can act on.' : null}
          focusFirst={!wakes}
        />
      ) : null}
      <TextField
        label={question ? `${question} Optional.` : 'Note, optional'}
        rows={2}
        maxLength={4000}
        name="note"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {saving.problem ? (
        <ProblemNotice problem={saving.problem} safe="Not saved. Your words are still here." />
      ) : null}
      {disarmed ? <p className={styles.disarmed}>{disarmed}</p> : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          kind="sales"
          wide
          busy={saving.busy}
          off={disarmed !== null}
          keys="Ctrl Enter"
          aria-keyshortcuts="Control+Enter"
          data-action="send"
        >
          {words.act}
        </Button>
        <Button data-action="cancel" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
