/** Wires the options page. */
import { useMemo } from 'react';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { StoredView } from '../../components/options/props.ts';
import { connectsItself, onlyStore } from '../../lib/contract/managed.ts';
import { done, type Result } from '../../lib/contract/problem.ts';
import { outboxItems } from '../../lib/desk/outbox-items.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { partWith } from '../../lib/desk/parting.ts';
import { deskPath } from '../../lib/desk/path.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { foreign } from '../../lib/feedback/entry.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { SENDING } from '../../lib/sync/outbox-flush.ts';
import { saveAsFile } from './files.ts';
import { forgetAll } from './forget-all.ts';
import { useAlone } from './use-alone.ts';
import { useConnection } from './use-connection.ts';
import { useCrms } from './use-crms.ts';
import { useKeys } from './use-keys.ts';
import { useLooks } from './use-looks.ts';
import { useManaged } from './use-managed.ts';
import { useRead } from './use-read.ts';

/** Where a browser hides the buttons of extensions differs. */
const hasFirefoxToolbar = browser.runtime.getURL('').startsWith('moz-extension:');
const page = openDeskPage();
const cards = cardCache();

export function App() {
  const connection = useCell(page.connection);
  const { entries, lastProblem, isUnread } = useCell(page.sending.now);
  const managed = useManaged(Boolean(connection && !connection.refused));
  const only = onlyStore(managed.set);
  const { view, onLetGo } = useConnection(connection, only);
  const alone = useAlone(connection);
  const crms = useCrms(connection?.token ?? null);
  const [stored, readStored] = useRead<StoredView>(
    { leads: 0, bytes: null, oldestAt: null },
    storedHere,
  );
  const looks = useLooks();
  const keys = useKeys();
  const now = useNow(30_000);
  const sender = useMemo(() => (connection ? senderOf(connection) : null), [connection]);
  const outbox = useMemo(
    () => outboxItems(entries, lastProblem, sender),
    [entries, lastProblem, sender],
  );

  const changed = async (change: Promise<unknown>): Promise<Result<null>> => {
    await change;
    await announce('outbox');
    return ask('outbox.drain', {});
  };

  // Saying as oneself what somebody else said is decided one by one, not in passing.
  const reviveAll = () =>
    Promise.all(
      entries
        .filter((entry) => foreign(entry, sender) === null)
        .map(({ item }) => page.outbox.revive(item.id, sender)),
    );

  return (
    <OptionsPage
      key={only}
      connection={view}
      managed={managed.view}
      keptConnected={connectsItself(managed.set)}
      alone={alone}
      {...crms}
      {...looks}
      {...keys}
      sample={browser.runtime.getURL('panel.html?sample')}
      browser={hasFirefoxToolbar ? 'firefox' : 'chromium'}
      stored={stored}
      outbox={outbox}
      outboxUnread={isUnread}
      version={browser.runtime.getManifest().version}
      now={now}
      onConnect={(said) => ask('connection.pair', said)}
      onAskProvider={(said) => ask('connection.provider', said)}
      onSignOn={(said) => ask('connection.sign-on', said)}
      onLetGo={onLetGo}
      onDisconnect={(how) =>
        partWith(how, {
          outbox: page.outbox,
          sender,
          ask,
          idle: () => navigator.locks.request(SENDING, () => undefined),
          changed: () => announce('outbox'),
        })
      }
      onForgetLeads={async () => {
        await cards.forgetAll();
        readStored();
        return done(null);
      }}
      onForgetAll={async () => {
        const forgotten = await forgetAll(page.outbox);
        readStored();
        return forgotten;
      }}
      onRetryItem={(id) => changed(page.outbox.revive(id, sender))}
      onRetryAll={() => changed(reviveAll())}
      onSaveOutbox={() => saveAsFile('truce-outbox.json', entries)}
      onDropItem={(id) => changed(page.outbox.drop(id))}
      onOpenStore={(room) =>
        void browser.tabs.create({
          url: browser.runtime.getURL(`store.html${room ? `#${room}` : ''}`),
        })
      }
      onOpenReview={() =>
        void browser.tabs.create({
          url: browser.runtime.getURL(deskPath(connection?.member.role)),
        })
      }
    />
  );
}

async function storedHere(): Promise<StoredView> {
  const [{ leads, oldestAt }, estimate] = await Promise.all([
    cards.count(),
    navigator.storage.estimate(),
  ]);
  return { leads, oldestAt, bytes: estimate.usage ?? null };
}
