import type { VerdictKind } from '../../lib/contract/words.ts';
import { Button } from '../ui/Button.tsx';
import { verdicts } from '../ui/words.ts';
import { VERDICT_KEYS } from './use-verdict-keys.ts';
import styles from './VerdictButtons.module.css';

type Props = {
  /** The primary one first. */
  offered: readonly VerdictKind[];
  /** What says why they are off, by its id; null when they are not. */
  offBecause: string | null;
  busy: boolean;
  onChoose: (verdict: VerdictKind) => void;
};

/** The two or three things one can say now; the first is the one a good lead deserves. */
export function VerdictButtons({ offered, offBecause, busy, onChoose }: Props) {
  return (
    <div className={styles.group}>
      <div className={styles.buttons}>
        {offered.map((verdict, index) => (
          <Button
            key={verdict}
            wide
            kind={index === 0 ? 'sales' : 'plain'}
            off={offBecause !== null}
            busy={busy}
            keys={index === 0 ? `Alt ${VERDICT_KEYS[verdict]}` : undefined}
            aria-keyshortcuts={`Alt+${VERDICT_KEYS[verdict]}`}
            aria-describedby={offBecause ?? undefined}
            title={`Alt+${VERDICT_KEYS[verdict]}`}
            data-verdict={verdict}
            onClick={() => onChoose(verdict)}
          >
            {verdicts()[verdict].act}
          </Button>
        ))}
      </div>
    </div>
  );
}
