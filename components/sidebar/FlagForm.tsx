import { type KeyboardEvent, useState } from 'react';
import { type FlagKind, type SignalFault, signalFault } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { faults } from '../ui/words.ts';
import styles from './Form.module.css';
import type { SidebarCallbacks } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  /** The whole score, or the id of one line of the explanation. */
  about: 'score' | { ruleId: string; label: string };
  disarmed: string | null;
  /** Closes the form; the one who opened it puts the focus somewhere. */
  onDone: (sent: boolean) => void;
};

const SCORE = [
  { value: 'score_too_high', label: 'Too high' },
  { value: 'score_too_low', label: 'Too low' },
] as const;

const faultChoices = () => signalFault.options.map((value) => ({ value, label: faults()[value] }));

/** What is wrong with the score or with one line of it: one choice, a note if one likes. */
export function FlagForm({ about, disarmed, onFlag, onDone }: Props) {
  const [flag, setFlag] = useState<FlagKind | null>(null);
  const [fault, setFault] = useState<SignalFault | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const saving = useSaving();
  const whole = about === 'score';
  const missing = whole ? flag === null : fault === null;

  async function send() {
    setAsked(true);
    if (missing || disarmed) return;
    const said = whole
      ? { flag: flag ?? 'score_too_high', ruleId: null, fault: null, note: note.trim() }
      : { flag: 'signal_wrong' as const, ruleId: about.ruleId, fault, note: note.trim() };
    if (await saving.run(() => onFlag(said))) onDone(true);
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onDone(false);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  const error = asked && missing ? 'Choose one, so that marketing knows what to look at.' : null;
  return (
    <form
      className={styles.inline}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {whole ? (
        <Choices
          legend="The score is"
          choices={SCORE}
          chosen={flag}
          onChoose={setFlag}
          error={error}
          focusFirst
        />
      ) : (
        <Choices
          legend={`What is wrong with “${about.label}”?`}
          choices={faultChoices()}
          chosen={fault}
          onChoose={setFault}
          error={error}
          focusFirst
        />
      )}
      <TextField
        label="Note, optional. Marketing reads it."
        rows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {saving.problem ? (
        <ProblemNotice problem={saving.problem} safe="Not saved. Your words are still here." />
      ) : null}
      {disarmed ? <p className={styles.disarmed}>{disarmed}</p> : null}
      <div className={styles.buttons}>
        <Button type="submit" kind="sales" size="small" busy={saving.busy} off={disarmed !== null}>
          Send flag
        </Button>
        <Button size="small" onClick={() => onDone(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
