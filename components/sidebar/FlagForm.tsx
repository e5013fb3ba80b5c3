import { signalFault } from '../../lib/contract/words.ts';
import { sayingWords } from '../../lib/words/saying.ts';
import { Button } from '../ui/Button.tsx';
import choices from '../ui/Choices.module.css';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { faults } from '../ui/words.ts';
import styles from './Form.module.css';
import { formKeys } from './form-keys.ts';
import type { FlagSaid, SidebarCallbacks } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onFlag'> & {
  /** The whole score, or the id of one line of the explanation. */
  about: 'score' | { ruleId: string; label: string };
  disarmed: string | null;
  /** Closes the form; the one who opened it puts the focus somewhere. */
  onDone: (sent: boolean) => void;
};

type Answer = { value: string; label: string; said: Pick<FlagSaid, 'flag' | 'ruleId' | 'fault'> };

/** What is wrong with the score or with one line of it. One press is saved at once, with ten seconds to take it back. */
export function FlagForm({ about, disarmed, onFlag, onDone }: Props) {
  const t = sayingWords();
  const saving = useSaving();

  async function send({ said }: Answer) {
    if (disarmed) return;
    if (await saving.run(() => onFlag({ ...said, note: '' }))) onDone(true);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from anywhere in it
    <div
      className={styles.inline}
      data-form="flag"
      onKeyDown={(event) =>
        formKeys(
          event,
          () => undefined,
          () => onDone(false),
        )
      }
    >
      <fieldset className={styles.group}>
        <legend className={choices.legend}>
          {about === 'score' ? t.scoreIs : t.whatIsWrong(about.label)}
        </legend>
        <div className={choices.chips}>
          {answersTo(about).map((answer, index) => (
            <Button
              key={answer.value}
              ref={index === 0 ? focusOnce : undefined}
              size="small"
              busy={saving.busy}
              off={disarmed !== null}
              data-fault={answer.value}
              onClick={() => void send(answer)}
            >
              {answer.label}
            </Button>
          ))}
          <Button kind="quiet" size="small" data-action="cancel" onClick={() => onDone(false)}>
            {t.cancel}
          </Button>
        </div>
      </fieldset>
      {saving.problem ? <ProblemNotice problem={saving.problem} safe={t.nothingSaved} /> : null}
      <p className={styles.who}>{disarmed ?? t.oneClick}</p>
    </div>
  );
}

function answersTo(about: Props['about']): Answer[] {
  const t = sayingWords();
  if (about !== 'score') {
    return signalFault.options.map((fault) => ({
      value: fault,
      label: faults()[fault],
      said: { flag: 'signal_wrong', ruleId: about.ruleId, fault },
    }));
  }
  const whole = { ruleId: null, fault: null };
  return [
    { value: 'high', label: t.tooHigh, said: { flag: 'score_too_high', ...whole } },
    { value: 'low', label: t.tooLow, said: { flag: 'score_too_low', ...whole } },
  ];
}

/** What somebody just opened takes the focus where the first answer is. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });
