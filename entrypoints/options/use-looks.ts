/** How Truce shows itself in this browser, for the options page: where the sidebar is, lists, notifications. */
import { useEffect } from 'react';
import type { LooksProps, LooksView } from '../../components/options/looks-props.ts';
import { done } from '../../lib/contract/problem.ts';
import { browser } from '../../lib/platform/browser.ts';
import { chooseHome, readHome } from '../../lib/platform/home.ts';
import { managedNow, onManaged } from '../../lib/platform/managed.ts';
import { askForNotices, chooseNotices, readNotices } from '../../lib/platform/notices.ts';
import { hasSidePanel } from '../../lib/platform/side-panel.ts';
import { readListsOff, switchLists } from '../../lib/sites/lists.ts';
import { readRecipes } from '../../lib/sites/recipes.ts';
import { readClouds, readSites } from '../../lib/sites/sites.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { failedInWords } from '../../lib/words/problems.ts';
import { useRead } from './use-read.ts';

const NOTHING: LooksView = { home: null, lists: [], notices: { on: false, names: false } };
/** Whatever of it changes, by whomever. */
const KEYS = ['home', 'listsOff', 'notices', 'sites', 'clouds', 'taughtRecipes', 'teamRecipes'];

export function useLooks(): LooksProps {
  const [looks, readAgain] = useRead(NOTHING, readLooks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard is always answered by reading anew
  useEffect(() => {
    const listen = (changes: Record<string, unknown>, area: string) => {
      if (area === 'local' && KEYS.some((key) => key in changes)) readAgain();
    };
    browser.storage.onChanged.addListener(listen);
    const deaf = onManaged(readAgain);
    return () => {
      browser.storage.onChanged.removeListener(listen);
      deaf();
    };
  }, []);

  return {
    looks,
    onHome: async (home) => {
      await chooseHome(home);
      return done(null);
    },
    onLists: async (crm, on) => {
      await switchLists(crm, on);
      return done(null);
    },
    onNotices: async (wanted) => {
      // The browser's question must come before anything is awaited.
      const allowed = !wanted.on || (await askForNotices().catch(() => false));
      if (!allowed) {
        const t = optionsWords().looks;
        return failedInWords('not-allowed', t.notAllowed, t.notAllowedHelp);
      }
      await chooseNotices(wanted);
      return done(null);
    },
  };
}

async function readLooks(): Promise<LooksView> {
  const [set, home, off, notices, recipes, sites, clouds] = await Promise.all([
    managedNow(),
    readHome(),
    readListsOff(),
    readNotices(),
    readRecipes(),
    readSites(),
    readClouds(),
  ]);
  const used = new Set([...clouds, ...sites.map(({ crm }) => crm)]);
  return {
    home: hasSidePanel() && !set.home ? home : null,
    notices,
    ...(set.notifications ? { mayNotify: set.notifications } : {}),
    lists: (set.lists === 'off' ? [] : recipes)
      .filter(({ id, lists }) => used.has(id) && Object.keys(lists).length > 0)
      .map(({ id, name }) => ({ crm: id, name, on: !off.includes(id) })),
  };
}
