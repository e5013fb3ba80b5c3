/** Wires the toolbar popup. */
import { useEffect, useState } from 'react';
import { Popup } from '../../components/popup/Popup.tsx';
import { failed, type Result } from '../../lib/contract/problem.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { askScout } from '../../lib/desk/tab.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell } from '../../lib/platform/use-cell.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { addSite, askPermission } from '../../lib/sites/sites.ts';
import { type Front, lookAtFrontTab } from './tab-view.ts';

const LOOK_AGAIN_MS = 1000;
const LOOKING: Front = { tab: { is: 'loading' }, id: null, origin: null, patterns: [] };

const page = openDeskPage();

export function App() {
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const [front, setFront] = useState<Front>(LOOKING);
  const [crms, setCrms] = useState<KnownRecipe[]>([]);
  useEffect(() => void readRecipes().then(setCrms), []);
  useEffect(() => {
    const look = () => void lookAtFrontTab().then(setFront);
    look();
    // The page may still be settling; a popup lives too briefly for anything finer than looking again.
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);

  const go = (path: '/review.html' | '/options.html') => {
    void browser.tabs.create({ url: browser.runtime.getURL(path) });
    window.close();
  };

  /** The permission question must come before anything is awaited. */
  const granted = async (then: (origin: string) => Promise<Result<unknown>>) => {
    const { origin, patterns } = front;
    const allowed = origin ? await askPermission(patterns).catch(() => false) : false;
    if (origin && allowed) return then(origin);
    return failed('not-allowed', 'The browser was not allowed to', 'Nothing was changed.');
  };
  const sitesChanged = async () => {
    const changed = await ask('sites.changed', { added: front.patterns });
    setFront(await lookAtFrontTab());
    return changed;
  };
  const teachHere = async (origin: string): Promise<Result<unknown>> => {
    const tabId = front.id;
    if (tabId === null) return failed('not-found', 'This tab is gone', 'Open the CRM again.');
    const begun = await ask('teach.begin', { tabId, origin });
    if (begun.ok) window.close();
    return begun;
  };

  return (
    <Popup
      connection={
        connection === undefined
          ? { is: 'loading' }
          : connection && !connection.refused
            ? {
                is: 'connected',
                store: connection.store,
                member: connection.member,
                problem: lastProblem,
              }
            : { is: 'none' }
      }
      tab={front.tab}
      crms={crms}
      outbox={outboxView(entries, lastProblem, connection ? senderOf(connection) : null)}
      onUseHere={(crm) =>
        granted(async (origin) => {
          await addSite({ origin, crm });
          return sitesChanged();
        })
      }
      onAllowHere={() => granted(sitesChanged)}
      onTeachHere={() => granted(teachHere)}
      onOpenSidebar={() => {
        if (front.id !== null) void askScout(front.id, 'panel.open').then(() => window.close());
      }}
      onOpenReview={() => go('/review.html')}
      onOpenOptions={() => go('/options.html')}
    />
  );
}
