/** Where people want the sidebar: in the CRM's page, or in the browser's own panel beside it. */
import * as z from 'zod/mini';
import { browser } from './browser.ts';
import { managedNow } from './managed.ts';

const home = z.enum(['page', 'panel']);
export type Home = z.infer<typeof home>;

/** The scout reads it under this name, too (lib/page/extension.ts). */
const KEY = 'home';

/** @returns what the organisation set, else what was chosen; in the page, unless somebody chose */
export async function readHome(): Promise<Home> {
  const { home: set } = await managedNow();
  if (set) return set;
  const kept = await browser.storage.local.get(KEY);
  const parsed = home.safeParse(kept[KEY]);
  return parsed.success ? parsed.data : 'page';
}

/** Takes effect at once in pages that are open. */
export async function chooseHome(chosen: Home): Promise<void> {
  await browser.storage.local.set({ [KEY]: chosen });
}

/** Hears what is chosen, as long as the worker or page lives. */
export function onHomeChosen(then: (chosen: Home) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) void readHome().then(then);
  });
}
