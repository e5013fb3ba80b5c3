import { told } from '../../lib/words/problems.ts';
import { Button } from './Button.tsx';
import { outboxWords } from './outbox-words.ts';
import styles from './SavingState.module.css';
import type { OutboxView } from './views.ts';

type Props = { outbox: OutboxView; onOpenOutbox: () => void };

/** The honest line about saving: what is here, what is sent, what needs somebody. */
export function SavingState({ outbox, onOpenOutbox }: Props) {
  const words = outboxWords(outbox);
  const { lastProblem } = outbox;
  const why =
    outbox.attention[0]?.message ??
    (outbox.waiting > 0 && lastProblem ? told(lastProblem).title : undefined);
  return (
    <span className={styles.state} role="status" data-outbox={words.tone} title={why}>
      {words.tone === 'calm' ? (
        words.text
      ) : (
        <Button kind="link" onClick={onOpenOutbox}>
          {words.text}
        </Button>
      )}
    </span>
  );
}
