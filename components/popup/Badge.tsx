import { popupWords } from '../../lib/words/popup.ts';
import styles from './Day.module.css';
import type { NeedsView } from './props.ts';

/** The rule of the number on the toolbar button, said where people look when they wonder. */
export function Badge({ needs }: { needs: NeedsView }) {
  const t = popupWords();
  const parts = [
    needs.waiting > 0 ? t.partWaiting(needs.waiting) : '',
    needs.woken > 0 ? t.partWoken(needs.woken) : '',
    needs.replies > 0 ? t.partReplies(needs.replies) : '',
    needs.refused > 0 ? t.partRefused(needs.refused) : '',
  ].filter(Boolean);
  return (
    <p className={styles.note} data-needs={needs.all}>
      {parts.length > 0 ? t.badge(needs.all, parts) : t.badgeNone}
    </p>
  );
}
