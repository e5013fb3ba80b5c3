/** Message name → function. One line each: what is done is done in lib. */
import { storeOrigin } from '../../lib/contract/access.ts';
import { mayTeach } from '../../lib/contract/managed.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { SharedNote } from '../../lib/contract/shared-crms.ts';
import { createDay } from '../../lib/desk/day.ts';
import { keptMine } from '../../lib/desk/kept-mine.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { findLead, getLead } from '../../lib/engagement/load.ts';
import { looks } from '../../lib/engagement/looked.ts';
import { warmLeads } from '../../lib/engagement/warm.ts';
import { openOutbox } from '../../lib/feedback/open-outbox.ts';
import { noteSeen } from '../../lib/lead/in-front.ts';
import { claimed, offered } from '../../lib/lead/witness.ts';
import type { Switchboard } from '../../lib/messaging/answer.ts';
import { frameOf, type Sender } from '../../lib/messaging/senders.ts';
import { browser } from '../../lib/platform/browser.ts';
import { connectionStore } from '../../lib/platform/connection.ts';
import { managedNow } from '../../lib/platform/managed.ts';
import { showBlocked, showNothing } from '../../lib/platform/toolbar.ts';
import { noteLook } from '../../lib/sites/health-store.ts';
import { areListsBarred } from '../../lib/sites/lists.ts';
import { forgetAddresses, noteAddress, openRecord } from '../../lib/sites/records.ts';
import { bring, registerScouts, startInOpenTabs } from '../../lib/sites/scouts.ts';
import { beginTeaching, endTeaching } from '../../lib/sites/teaching.ts';
import { forgetTeam, refreshTeam, shareable } from '../../lib/sites/team.ts';
import { barred, followPolicy } from '../../lib/sync/by-policy.ts';
import type { Client } from '../../lib/sync/client.ts';
import { flush } from '../../lib/sync/outbox-flush.ts';
import { forget, pair, signOnAt, withClient } from '../../lib/sync/pair.ts';
import { endToken, signOn, signOnUnseen } from '../../lib/sync/sign-on.ts';
import { toolbarWords } from '../../lib/words/toolbar.ts';
import { forgetBeen, ownPageOf } from './commands.ts';
import { deskSwitchboard } from './desk-switchboard.ts';

// Handles, not state: what they hold is on the disk, so a worker that starts again goes on where this one was.
const cards = cardCache();
const looked = looks();
const connections = connectionStore();
const outbox = openOutbox();

/** The rep's own day, on the toolbar and for the popup. */
export const day = createDay({
  kept: keptMine(),
  connections,
  outbox,
  ask: () => connected((client) => client.mine()),
  language: navigator.language,
});

/** Leads that were on screen, and where; the next look brings them again. */
export async function forgetLeads(): Promise<void> {
  await cards.forgetAll();
  await forgetAddresses();
}

/** What one person could see or was at; whoever is connected next need not know of it. */
const personal = {
  async forgetAll(): Promise<void> {
    await forgetLeads();
    await forgetBeen();
    await day.forget();
  },
};

/** Sends what is due, in the background's own time; what was answered changes the day. */
export const flushNow = async () => {
  const before = (await outbox.list()).length;
  await flush(outbox, connections);
  const sent = (await outbox.list()).length < before;
  await (sent ? day.refresh() : day.draw());
};

/** Drops cards that are too old to keep; what nobody looks at again would stay for ever. */
export const tidyUp = () => cards.count();

/** Takes in what the team shares now. */
export const refreshNow = () =>
  refreshTeam(connections, () => connected((client) => client.crms()));

export const switchboard: Switchboard = {
  'frame.offer': (offer, sender) => inTab(sender, (tabId) => offered(tabId, offer)),
  'record.begin': (_, sender) => inTab(sender, (tabId) => bring(tabId, 'reader.js')),
  'list.begin': (_, sender) =>
    inTab(sender, async (tabId) => (await areListsBarred()) || bring(tabId, 'lister.js')),
  'frame.blocked': (_, sender) =>
    inTab(sender, (tabId) => showBlocked(tabId, toolbarWords(navigator.language).blocked)),
  'tab.seen': ({ seen, read }, sender) =>
    inTab(sender, async (tabId) => {
      await noteSeen(tabId, seen);
      if (seen && read) await noteLook(seen);
      if (read) void day.stir();
      // The address is the browser's word of the tab, not the page's of itself.
      if (seen) await noteAddress((await browser.tabs.get(tabId)).url ?? null);
    }),
  // Done by beside.ts, in the press itself; here it only has a name.
  'tab.beside': async () => done(null),
  'frame.claim': async ({ nonce }, sender) => {
    const frame = frameOf(sender);
    const first = frame && (await claimed(frame, nonce));
    if (!first) {
      return failed('not-allowed', 'This frame is not ours', 'Open the sidebar from the toolbar.');
    }
    // Nobody waits for the button. A tab that has gone meanwhile has none.
    showNothing(frame.tabId).catch(() => undefined);
    return done(first);
  },
  'rows.scores': ({ items }) => connected((client) => client.scores(items)),
  'rows.warm': ({ leads }) => connected((client) => warmLeads(client, cards, leads)),
  'lead.find': (find) => connected((client) => findLead(client, cards, looked, find)),
  'lead.get': ({ leadId }) => connected((client) => getLead(client, cards, leadId)),
  'lead.events': ({ leadId, filter, kinds, before }) =>
    connected((client) =>
      client.events(leadId, {
        filter,
        ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}),
        ...(before ? { before } : {}),
      }),
    ),
  'lead.account': ({ leadId, before }) =>
    connected((client) => client.account(leadId, before ?? undefined)),
  'lead.watch': ({ leadId, on }) =>
    connected((client) => (on ? client.watch(leadId) : client.unwatch(leadId))),
  'lead.open': async ({ leadId, records }) => {
    await openRecord(records, ownPageOf(leadId), { tabId: null });
    return done(null);
  },
  'mine.get': () => day.refresh(),
  'mine.seen': async ({ replies }) => {
    await day.see(replies);
    return done(null);
  },
  'lead.identity': ({ leadId }) => connected((client) => client.identity(leadId)),
  'outbox.drain': async () => {
    await flushNow();
    return done(null);
  },
  ...deskSwitchboard(connected),
  'connection.pair': async ({ store, code }) =>
    (await barredFrom(store)) ?? settled(await pair(connections, personal, store, code)),
  'connection.provider': ({ store }) => signOnAt(store),
  'connection.sign-on': async ({ store }) =>
    (await barredFrom(store)) ?? settled(await signOn(connections, personal, store)),
  'connection.forget': async () => {
    await disconnect();
    return done(null);
  },
  'connection.devices': () => connected((client) => client.devices()),
  'connection.let-go': ({ deviceId }) => connected((client) => client.letGo(deviceId)),
  'crms.share': ({ recipe }) => shared(shareable(recipe), (client, good) => client.shareCrm(good)),
  'crms.unshare': ({ id }) => shared(done(id), (client) => client.unshareCrm(id)),
  'crms.refresh': refreshNow,
  'sites.changed': async ({ added }) => {
    await registerScouts();
    await startInOpenTabs(added);
    return done(null);
  },
  'teach.begin': async ({ tabId, origin }) => {
    if (!mayTeach(await managedNow())) {
      return failed(
        'not-allowed',
        'Your organization lets nobody teach CRMs here',
        'Ask an administrator, who can share one with the whole team.',
      );
    }
    await beginTeaching(tabId, origin);
    return done(null);
  },
  'teach.end': async () => {
    await endTeaching();
    return done(null);
  },
  'page.options': async ({ part }) => {
    await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${part}`) });
    return done(null);
  },
};

/** Asks the store. A browser that nobody connected comes in first where its organisation has set how. */
async function connected<T>(use: (client: Client) => Promise<Result<T>>): Promise<Result<T>> {
  const answer = await withClient(connections, use);
  if (answer.ok || answer.problem.code !== 'not-connected') return answer;
  await comeIn();
  return withClient(connections, use);
}

async function disconnect(): Promise<void> {
  const before = await connections.read();
  await forget(connections);
  if (before) void endToken(before);
  await personal.forgetAll();
  await day.watch();
  await forgetTeam();
}

/** Comes in without a press, where that is set and time; lets go of a store that is not the organisation's. */
export async function comeIn(): Promise<void> {
  const answer = await followPolicy(await managedNow(), {
    read: connections.read,
    disconnect,
    signOn: (store) => signOnUnseen(connections, personal, store),
    pair: (store, code) => pair(connections, personal, store, code),
    now: Date.now,
  });
  if (answer) settled(answer);
}

const barredFrom = async (store: string) => barred(await managedNow(), storeOrigin(store) ?? store);

/** Connected anew, perhaps to another team: sends what waited, and takes in what is shared there. */
function settled<T>(connected: Result<T>): Result<T> {
  if (connected.ok) {
    void day.watch();
    void flushNow().then(day.stir);
    void forgetTeam().then(refreshNow);
  }
  return connected;
}

/** Changes what the team shares, and takes it in here at once. */
async function shared<T>(
  what: Result<T>,
  change: (client: Client, what: T) => Promise<Result<unknown>>,
): Promise<Result<SharedNote[]>> {
  if (!what.ok) return what;
  const changed = await connected((client) => change(client, what.value));
  return changed.ok ? refreshNow() : changed;
}

async function inTab(
  { tabId }: Sender,
  act: (tabId: number) => Promise<unknown>,
): Promise<Result<null>> {
  if (tabId !== null) await act(tabId);
  return done(null);
}
