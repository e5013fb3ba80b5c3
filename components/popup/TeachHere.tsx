import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useSaving } from '../ui/use-saving.ts';
import styles from './Popup.module.css';
import type { PopupProps } from './props.ts';

type Props = Pick<PopupProps, 'onTeachHere'> & { children: string };

/** The quiet way out where no recipe fits: the person shows Truce where things stand. */
export function TeachHere({ children, onTeachHere }: Props) {
  const saving = useSaving();
  return (
    <>
      <p className={styles.quiet}>
        <Button
          kind="link"
          busy={saving.busy}
          data-action="teach-here"
          onClick={() => void saving.run(onTeachHere)}
        >
          {children}
        </Button>
      </p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
    </>
  );
}
