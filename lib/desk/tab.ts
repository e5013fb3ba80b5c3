/** The tab in front, as the popup needs to know it. `activeTab` shows its address for as long as the popup is open. */

import type { ToScout } from '../page/hear-popup.ts';
import type { PanelReport } from '../page/panel.ts';
import { browser } from '../platform/browser.ts';

/** @returns id and address of the tab in front; the address is null where no extension may look */
export async function frontTab(): Promise<{ id: number; url: URL | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null };
}

/** @returns what the scout of this tab says, or null when none runs there */
export async function askScout(tabId: number, name: ToScout['name']): Promise<PanelReport | null> {
  const message: ToScout = { to: 'scout', name };
  try {
    const report: PanelReport | undefined = await browser.tabs.sendMessage(tabId, message);
    return report ?? null;
  } catch {
    return null;
  }
}
