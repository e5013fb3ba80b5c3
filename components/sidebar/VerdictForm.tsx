import { useContext, useState } from 'react';
import type { Reason } from '../../lib/contract/definition-brief.ts';
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { dayOf } from '../ui/time.ts';
import type { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { verdicts } from '../ui/words.ts';
import styles from './Form.module.css';
import { formKeys } from './form-keys.ts';
import { NotesAllowed } from './notes.ts';
import type { VerdictSaid } from './props.ts';
import { NO_DAY, UntilChoice } from './UntilChoice.tsx';

type Props = {
  verdict: VerdictKind;
  card: LeadCard;
  saving: ReturnType<typeof useSaving>;
  disarmed: string | null;
  now: number;
  place: Place;
  onSend: (said: VerdictSaid) => void;
  onCancel: () => void;
};

/** Reject, disqualify, recycle: why (from the definition), what wakes it if it is not for ever, and a note. */
export function VerdictForm(props: Props) {
  const { verdict, card, saving, disarmed, now, place, onSend, onCancel } = props;
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const mayWrite = useContext(NotesAllowed);
  const [until, setUntil] = useState('');
  const [signals, setSignals] = useState<WakeSignal[]>([]);
  const [asked, setAsked] = useState(false);
  const t = sayingWords();
  const today = dayOf(now, place);
  const wakes = verdict === 'recycled';
  const reasons = reasonsOf(card, verdict);
  const noReason = reason === null && reasons.length > 0;
  const day = until > today && until !== NO_DAY ? until : null;
  const noWake = wakes && (day === null ? signals.length === 0 || isDay(until) : false);
  const words = verdicts()[verdict];
  const question = reasons.find((each) => each.id === reason)?.question;

  function send() {
    setAsked(true);
    if (noReason || noWake || disarmed) return;
    const wake = wakes ? { until: day, wakeOn: signals } : { until: null };
    onSend({ verdict, reason, note: note.trim(), ...wake });
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.act}
      data-form={verdict}
      onKeyDown={(event) => formKeys(event, send, onCancel)}
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
        <span className={styles.who}>{t.marketingSees}</span>
      </div>
      {wakes ? (
        <UntilChoice
          card={card}
          today={today}
          until={until}
          signals={signals}
          place={place}
          now={now}
          error={asked && noWake ? t.chooseWake : null}
          onUntil={setUntil}
          onSignals={setSignals}
        />
      ) : null}
      {reasons.length > 0 ? (
        <Choices
          legend={t.reason}
          quiet={!wakes}
          choices={reasons.map(({ id, label }) => ({ value: id, label }))}
          chosen={reason}
          onChoose={setReason}
          error={asked && noReason ? t.chooseReason : null}
          focusFirst={!wakes}
        />
      ) : null}
      {mayWrite ? (
        <TextField
          label={question ? t.questionOptional(question) : t.note}
          rows={2}
          maxLength={4000}
          name="note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.wordsKept} /> : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          kind="sales"
          wide
          busy={saving.busy}
          off={disarmed !== null}
          keys={t.sendKeys}
          aria-keyshortcuts="Control+Enter"
          data-action="send"
        >
          {words.act}
        </Button>
        <Button data-action="cancel" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

/** A day that was chosen has to be one that comes; a signal beside it does not make a past one right. */
const isDay = (until: string) => until !== '' && until !== NO_DAY;

function reasonsOf({ definition }: LeadCard, verdict: VerdictKind): readonly Reason[] {
  const { rejected, disqualified, recycled } = definition.reasons;
  if (verdict === 'rejected') return rejected;
  return verdict === 'disqualified' ? disqualified : recycled;
}
