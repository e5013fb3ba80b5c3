/** The browser's own place beside a page: Chrome's and Edge's side panel, Firefox's sidebar. */
import { browser } from './browser.ts';

/** @returns whether this browser has such a place at all */
export function hasSidePanel(): boolean {
  return typeof chrome.sidePanel?.open === 'function' || browser.sidebarAction !== undefined;
}

/**
 * Opens it in the window of this tab. Browsers do that only inside a click or a key press, so nothing may be awaited before.
 *
 * @returns whether the browser did
 */
export async function openSidePanel(tabId: number): Promise<boolean> {
  try {
    if (typeof chrome.sidePanel?.open === 'function') {
      await chrome.sidePanel.open({ tabId });
    } else await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
