/** What the browser's own panel has to show: the record in the tab in front of its window. */
import { recordKey } from '../../lib/contract/record-key.ts';
import { askScout } from '../../lib/desk/tab.ts';
import { onSeen, seenIn } from '../../lib/lead/in-front.ts';
import type { Source } from '../../lib/lead/source.ts';
import { browser } from '../../lib/platform/browser.ts';
import { type Cell, cell } from '../../lib/platform/cell.ts';

/** `nobody`: a page of a CRM that is no person's record. `elsewhere`: Truce does not read this page. */
export type Front = 'looking' | 'record' | 'nobody' | 'elsewhere';

/**
 * Follows the person from tab to tab. Opened as a tab of its own it shows what was in front before; that tab is not the CRM's.
 *
 * @returns what is in front, and the records as the sidebar hears of them
 */
export function followFront(): { front: Cell<Front>; source: Source } {
  const front = cell<Front>('looking');
  const source: Source = (hear) => {
    let round = 0;

    const show = (now: Front) => {
      front.set(now);
      hear({ kind: 'panel', side: null, shown: now === 'record' });
    };

    const look = async () => {
      round += 1;
      const own = round;
      const [windowOf, self] = await Promise.all([
        browser.windows.getCurrent(),
        browser.tabs.getCurrent().catch(() => undefined),
      ]);
      const [tab] = await browser.tabs.query({ active: true, windowId: windowOf.id });
      if (tab?.id === undefined || tab.id === self?.id) return;
      // What the background was told of this tab counts, as long as the scout there says the same: it may be of the page before.
      const report = await askScout(tab.id, 'panel.state');
      const seen = report?.seen ? await seenIn(tab.id) : null;
      if (own !== round) return;
      if (seen && report?.seen && recordKey(seen.record) === recordKey(report.seen.record)) {
        hear({ kind: 'seen', seen });
        show('record');
        return;
      }
      // A page that is still loading has no scout yet; one that names a record will have told of it in a moment.
      const soon = report ? report.seen !== null : tab.status === 'loading';
      if (soon) show('looking');
      else show(report ? 'nobody' : 'elsewhere');
    };

    browser.tabs.onActivated.addListener(() => void look());
    // Whichever tab: the one in front may be another one by the time its news arrive.
    browser.tabs.onUpdated.addListener((_, { status }, { active }) => {
      if (active && status) void look();
    });
    onSeen(() => void look());
    void look();
    return () => undefined;
  };
  return { front, source };
}
