/** Wires the toolbar popup. */
import { useEffect, useState } from 'react';
import { Popup } from '../../components/popup/Popup.tsx';
import type { TabView } from '../../components/popup/props.ts';
import { failed } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { askScout } from '../../lib/desk/tab.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell } from '../../lib/platform/use-cell.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { addSite, askPermission, patternOf } from '../../lib/sites/sites.ts';
import { lookAtFrontTab } from './tab-view.ts';

const LOOK_AGAIN_MS = 1000;

const page = openDeskPage();

export function App() {
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const [front, setFront] = useState<{ tab: TabView; id: number | null; origin: string | null }>({
    tab: { is: 'loading' },
    id: null,
    origin: null,
  });
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

  const switchOnHere = async (crm: CrmId) => {
    const { origin } = front;
    // The permission question must come before anything is awaited.
    const allowed = origin ? await askPermission([patternOf(origin)]).catch(() => false) : false;
    if (!origin || !allowed) {
      return failed('not-allowed', 'The browser was not allowed to', 'Nothing was changed.');
    }
    await addSite({ origin, crm });
    const changed = await ask('sites.changed', { added: [patternOf(origin)] });
    setFront(await lookAtFrontTab());
    return changed;
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
      onUseHere={switchOnHere}
      onOpenSidebar={() => {
        if (front.id !== null) void askScout(front.id, 'panel.open').then(() => window.close());
      }}
      onOpenReview={() => go('/review.html')}
      onOpenOptions={() => go('/options.html')}
    />
  );
}
