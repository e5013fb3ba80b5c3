/** Keys of the browser say verdicts in the sidebar: as its own keys do, from wherever the person is. */
import { useEffect } from 'react';
import { VERDICT_KEYS } from '../../components/sidebar/use-verdict-keys.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import type { PlainSight } from '../../lib/lead/plain-sight.ts';
import { onWish, takeWish } from '../../lib/lead/wish.ts';
import { browser } from '../../lib/platform/browser.ts';

const cards = cardCache();

/**
 * @param leadId the lead on screen; null while there is none, or while the sidebar is closed and nobody would see what is said
 * @param sight told that keys are pressed: after a closed sidebar has opened for it, nobody had to aim at anything
 */
export function useWish(leadId: string | null, sight: Pick<PlainSight, 'near'>): void {
  useEffect(() => {
    if (leadId === null) return;
    let gone = false;
    const take = async () => {
      const wish = await takeWish(async ({ tabId, record }) => {
        // What was asked for on one person's page is never said of another.
        return (await tabHere()) === tabId && (await cards.leadOf(record)) === leadId && !gone;
      });
      if (!wish || gone) return;
      window.focus();
      sight.near('keys');
      press(wish.verdict);
    };
    void take();
    const stop = onWish(() => void take());
    return () => {
      gone = true;
      stop();
    };
  }, [leadId, sight]);
}

/** The tab this frame is in; in the browser's own panel, the one beside it. */
async function tabHere(): Promise<number | undefined> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) return own.id;
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front?.id;
}

/** The verdict bar decides whether this may be said now, and what it needs. */
function press(verdict: VerdictKind): void {
  const key = VERDICT_KEYS[verdict];
  document.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: `Key${key}`, altKey: true, bubbles: true }),
  );
}
