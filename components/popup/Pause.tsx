import { useId } from 'react';
import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';

type Props = Pick<PopupProps, 'onPause'>;

/** While nothing is read: what that means, and one press to go on. */
export function Paused({ onPause }: Props) {
  const t = popupWords();
  const saving = useSaving();
  return (
    <section className={styles.part} aria-label={t.paused} data-paused="">
      <p className={styles.title}>{t.paused}</p>
      <p className={styles.muted}>{t.pausedHow}</p>
      <div className={styles.act}>
        <Button
          kind="marketing"
          busy={saving.busy}
          data-action="resume"
          onClick={() => void saving.run(() => onPause(false))}
        >
          {t.resume}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </section>
  );
}

/** At the foot while everything works. */
export function PauseSwitch({ onPause }: Props) {
  const t = popupWords();
  const id = useId();
  const saving = useSaving();
  return (
    <div>
      <div className={styles.state}>
        <span id={id}>{t.work}</span>
        <Switch
          on
          labelledBy={id}
          describedBy={`${id}-how`}
          busy={saving.busy}
          onSwitch={(on) => void saving.run(() => onPause(!on))}
        />
      </div>
      <p id={`${id}-how`} className={styles.store}>
        {t.workHow}
      </p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </div>
  );
}
