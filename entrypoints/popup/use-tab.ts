/** The tab in front, and what can be done to it. */

import { useEffect, useState } from 'react';
import type { Result } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { askScout } from '../../lib/desk/tab.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { hasSidePanel, openSidePanel } from '../../lib/platform/side-panel.ts';
import { addSite, askPermission } from '../../lib/sites/sites.ts';
import { popupWords } from '../../lib/words/popup.ts';
import { failedInWords } from '../../lib/words/problems.ts';
import { LOOKING, lookAtFrontTab } from './tab-view.ts';

const LOOK_AGAIN_MS = 1000;

export function useTab() {
  const [front, setFront] = useState(LOOKING);
  useEffect(() => {
    const look = () => void lookAtFrontTab().then(setFront);
    look();
    // The page may still be settling; a popup lives too briefly for anything finer than looking again.
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);

  /** The permission question must come before anything is awaited. */
  const granted = async (then: (origin: string) => Promise<Result<unknown>>) => {
    const t = popupWords();
    const { origin, patterns } = front;
    const allowed = origin ? await askPermission(patterns).catch(() => false) : false;
    if (origin && allowed) return then(origin);
    return failedInWords('not-allowed', t.notAllowed, t.notAllowedHow);
  };
  const sitesChanged = async () => {
    const changed = await ask('sites.changed', { added: front.patterns });
    setFront(await lookAtFrontTab());
    return changed;
  };
  const teachHere = async (origin: string): Promise<Result<unknown>> => {
    const t = popupWords();
    const tabId = front.id;
    if (tabId === null) return failedInWords('not-found', t.tabGone, t.tabGoneHow);
    const begun = await ask('teach.begin', { tabId, origin });
    if (begun.ok) window.close();
    return begun;
  };

  return {
    tab: front.tab,
    closed: front.closed,
    onUseHere: (crm: CrmId) =>
      granted(async (origin) => {
        await addSite({ origin, crm });
        return sitesChanged();
      }),
    onAllowHere: () => granted(sitesChanged),
    onTeachHere: () => granted(teachHere),
    onOpenBeside: hasSidePanel()
      ? () => {
          if (front.id !== null) void openSidePanel(front.id).then(() => window.close());
        }
      : null,
    onOpenSidebar: () => {
      if (front.id !== null) void askScout(front.id, 'panel.focus').then(() => window.close());
    },
  };
}
