/** The browser's own place beside a page: Chrome's and Edge's side panel, Firefox's sidebar. */
import { browser } from './browser.ts';

/** Firefox has none of Chrome's, and what is built for Firefox does not name it: its reviewers' linter would ask. */
const hasChromes = () => !import.meta.env.FIREFOX && typeof chrome.sidePanel?.open === 'function';

/** @returns whether this browser has such a place at all */
export function hasSidePanel(): boolean {
  return hasChromes() || browser.sidebarAction !== undefined;
}

/**
 * Opens it in the window of this tab. Browsers do that only inside a click or a key press, so nothing may be awaited before.
 *
 * @returns whether the browser did
 */
export async function openSidePanel(tabId: number): Promise<boolean> {
  try {
    if (!import.meta.env.FIREFOX && hasChromes()) await chrome.sidePanel.open({ tabId });
    else await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
