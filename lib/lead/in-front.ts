/** Which record each tab shows, as its scout told the background: what the browser's own panel goes by. */
import * as z from 'zod/mini';
import { type SeenRecord, seenRecord } from '../contract/record.ts';
import { browser } from '../platform/browser.ts';

const told = z.object({ seen: z.nullable(seenRecord) });

const PREFIX = 'seen:';
const keyOf = (tabId: number) => `${PREFIX}${tabId}`;

/** The scout of this tab says what is in front now; null is a page of the CRM that is nobody's record. */
export async function noteSeen(tabId: number, seen: SeenRecord | null): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: { seen } });
}

/** The tab is closed. */
export async function forgetSeen(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** @returns the record in front of this tab; null when it shows none, or nothing was heard of it */
export async function seenIn(tabId: number): Promise<SeenRecord | null> {
  const kept = await browser.storage.session.get(keyOf(tabId));
  const parsed = told.safeParse(kept[keyOf(tabId)]);
  return parsed.success ? parsed.data.seen : null;
}

/** Calls `then` whenever the background has heard something of a tab, as long as the page lives. */
export function onSeen(then: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) then();
  });
}
