import { popupWords } from '../../lib/words/popup.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';

/** The CRM is known, only the browser's permission is missing: one press asks for it. */
export function AllowHere({ onAllowHere }: Pick<PopupProps, 'onAllowHere'>) {
  const t = popupWords();
  const saving = useSaving();
  return (
    <>
      <div className={styles.act}>
        <Button
          kind="marketing"
          busy={saving.busy}
          data-action="allow-here"
          onClick={() => void saving.run(onAllowHere)}
        >
          {t.allow}
        </Button>
      </div>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </>
  );
}
