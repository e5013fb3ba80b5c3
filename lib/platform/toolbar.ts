/** What the toolbar button says about one tab. */
import { browser } from './browser.ts';

export const BLOCKED_TITLE =
  'Truce: this page does not let the sidebar in (its security headers isolate it from other frames)';

/** The page refuses frames: say so where the person looks for the sidebar. */
export async function showBlocked(tabId: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#b0470a' });
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({ tabId, title: BLOCKED_TITLE });
}

/** The sidebar is up: the button says nothing special. */
export async function showNothing(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
  await browser.action.setTitle({ tabId, title: 'Truce' });
}

/** @returns whether the button of this tab says that the page refuses the sidebar */
export async function isBlocked(tabId: number): Promise<boolean> {
  return (await browser.action.getTitle({ tabId })) === BLOCKED_TITLE;
}
