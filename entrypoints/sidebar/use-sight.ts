/** Nothing is said that was pressed unseen: the verdict bar is off while the page hides the frame, and what comes too soon is not taken. */
import type { Saving } from '../../components/ui/views.ts';
import type { PlainSight } from '../../lib/lead/plain-sight.ts';
import { useCell } from '../../lib/platform/use-cell.ts';
import { failedInWords } from '../../lib/words/problems.ts';
import { sayingWords } from '../../lib/words/saying.ts';

export function useSight(sight: PlainSight) {
  const isHidden = useCell(sight.hidden);
  const t = sayingWords();
  return {
    /** Why nothing can be said now; null when it can. */
    disarmed: isHidden ? t.covered : null,
    /** Saves what was pressed in plain sight, and says why not when it was not. */
    async ifSeen(save: () => Saving): Saving {
      const seen = await sight.pressed();
      if (seen === 'seen') return save();
      return seen === 'hidden'
        ? failedInWords('not-allowed', t.unseen, t.unseenHelp)
        : failedInWords('not-allowed', t.tooSoon, t.tooSoonHelp);
    },
    /** The same for what has nothing to say afterwards. */
    doIfSeen(act: () => void): void {
      void sight.pressed().then((seen) => seen === 'seen' && act());
    },
  };
}
