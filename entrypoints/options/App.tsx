/** Wires the options page. */
import { useEffect, useMemo, useState } from 'react';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { SiteView, StoredView } from '../../components/options/props.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { openDeskPage } from '../../lib/desk/page.ts';
import { cardCache } from '../../lib/engagement/cards.ts';
import { foreign } from '../../lib/feedback/entry.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce } from '../../lib/platform/announce.ts';
import { browser } from '../../lib/platform/browser.ts';
import { senderOf } from '../../lib/platform/connection.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import {
  addSite,
  askPermission,
  isGranted,
  patternOf,
  readSites,
  removeSite,
} from '../../lib/sites/sites.ts';
import { outboxItems, saveAsFile } from './outbox-items.ts';
import { siteOrigin } from './site-origin.ts';

const page = openDeskPage();
const cards = cardCache();

export function App() {
  const connection = useCell(page.connection);
  const { entries, lastProblem } = useCell(page.sending.now);
  const [sites, readSiteViews] = useRead<SiteView[]>([], siteViews);
  const [crms] = useRead<KnownRecipe[]>([], readRecipes);
  const [stored, readStored] = useRead<StoredView>(
    { leads: 0, bytes: null, oldestAt: null },
    storedHere,
  );
  const now = useNow(30_000);
  const sender = useMemo(() => (connection ? senderOf(connection) : null), [connection]);
  const outbox = useMemo(
    () => outboxItems(entries, lastProblem, sender),
    [entries, lastProblem, sender],
  );

  const sitesChanged = async (added: string[]): Promise<Result<null>> => {
    const changed = await ask('sites.changed', { added });
    readSiteViews();
    return changed;
  };
  /** The question must be the first thing in the click; browsers refuse to ask later. */
  const granted = async (patterns: string[], then: () => Promise<Result<null>>) => {
    const allowed = await askPermission(patterns).catch(() => false);
    return allowed
      ? then()
      : failed(
          'not-allowed',
          'The browser was not allowed to',
          'Truce can only show up on sites you allow. Nothing was changed.',
        );
  };
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
      connection={
        connection === undefined
          ? { is: 'loading' }
          : connection && !connection.refused
            ? { is: 'connected', store: connection.store, member: connection.member }
            : { is: 'none', store: connection?.store ?? '' }
      }
      sites={sites}
      crms={crms}
      stored={stored}
      outbox={outbox}
      version={browser.runtime.getManifest().version}
      now={now}
      onInvite={(said) => ask('team.invite', said)}
      onAddSource={(said) => ask('team.source', said)}
      onConnect={(said) => ask('connection.pair', said)}
      onDisconnect={() => ask('connection.forget', {})}
      onAddSite={({ origin: typed, crm }) => {
        const origin = siteOrigin(typed, crm, crms);
        if (!origin.ok) return Promise.resolve(origin);
        const patterns = [patternOf(origin.value)];
        return granted(patterns, async () => {
          await addSite({ origin: origin.value, crm });
          return sitesChanged(patterns);
        });
      }}
      onRemoveSite={async (origin) => {
        await removeSite(origin);
        return sitesChanged([]);
      }}
      onGrantSite={(origin) => {
        const patterns = [patternOf(origin)];
        return granted(patterns, () => sitesChanged(patterns));
      }}
      onForgetLeads={async () => {
        await cards.forgetAll();
        readStored();
        return done(null);
      }}
      onRetryItem={(id) => changed(page.outbox.revive(id, sender))}
      onRetryAll={() => changed(reviveAll())}
      onSaveOutbox={() => saveAsFile(entries)}
      onDropItem={(id) => changed(page.outbox.drop(id))}
      onOpenReview={() => void browser.tabs.create({ url: browser.runtime.getURL('review.html') })}
    />
  );
}

/** A value that is read once, and again on request. */
function useRead<T>(initial: T, read: () => Promise<T>): [T, () => void] {
  const [value, setValue] = useState(initial);
  const again = () => void read().then(setValue);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; later reads are asked for
  useEffect(again, []);
  return [value, again];
}

async function siteViews(): Promise<SiteView[]> {
  const [sites, recipes] = await Promise.all([readSites(), readRecipes()]);
  return Promise.all(
    sites.map(async ({ origin, crm }) => ({
      origin,
      crmName: recipes.find(({ id }) => id === crm)?.name ?? crm,
      permission: (await isGranted([patternOf(origin)]))
        ? ('granted' as const)
        : ('missing' as const),
      fixed: false,
    })),
  );
}

async function storedHere(): Promise<StoredView> {
  const [{ leads, oldestAt }, estimate] = await Promise.all([
    cards.count(),
    navigator.storage.estimate(),
  ]);
  return { leads, oldestAt, bytes: estimate.usage ?? null };
}
