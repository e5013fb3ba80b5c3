/** Wires the toolbar popup. */
import { useEffect, useState } from 'react';
import { Popup } from '../../components/popup/Popup.tsx';
import { done, type Result } from '../../lib/contract/problem.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { deskPath } from '../../lib/desk/path.ts';
import { foreign } from '../../lib/feedback/entry.ts';
import { outboxView } from '../../lib/feedback/said.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { setPaused } from '../../lib/platform/pause.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { openSession, useDay } from './use-day.ts';
import { usePaused } from './use-paused.ts';
import { useTab } from './use-tab.ts';

const page = openDeskPage();
const session = openSession(page);

export function App() {
  const connection = useCell(page.connection);
  const sending = useCell(page.sending.now);
  const { entries, lastProblem } = sending;
  const now = useNow(30_000);
  const tab = useTab();
  const paused = usePaused();
  const day = useDay(session, page.sending, connection, now);
  const [crms, setCrms] = useState<KnownRecipe[]>([]);
  useEffect(() => void readRecipes().then(setCrms), []);
  const sender = connection ? senderOf(connection) : null;

  const go = (path: ReturnType<typeof deskPath> | '/options.html') => {
    void browser.tabs.create({ url: browser.runtime.getURL(path) });
    window.close();
  };
  const changed = async (change: Promise<unknown>): Promise<Result<null>> => {
    await change;
    await announce('outbox');
    return ask('outbox.drain', {});
  };
  // Saying as oneself what somebody else said is decided one by one, not in passing.
  const ours = entries.filter((entry) => foreign(entry, sender) === null);

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
                problem: lastProblem ?? ('problem' in day.day ? day.day.problem : null),
              }
            : { is: 'none' }
      }
      {...tab}
      {...day}
      crms={crms}
      outbox={outboxView(sending, sender)}
      paused={paused}
      now={now}
      onOpenLead={(lead) =>
        void ask('lead.open', { ...lead, records: [...lead.records] }).then(() => window.close())
      }
      onSeenReplies={(keys) => void session.see(keys)}
      onRetry={() => void session.refresh()}
      onPause={async (pause) => done(await setPaused(pause))}
      onRetryItem={(id) => changed(page.outbox.revive(id, sender))}
      onRetryAll={() =>
        changed(Promise.all(ours.map(({ item }) => page.outbox.revive(item.id, sender))))
      }
      onDropItem={(id) => changed(page.outbox.drop(id))}
      onOpenReview={() => go(deskPath(connection?.member.role))}
      onOpenOptions={() => go('/options.html')}
    />
  );
}
