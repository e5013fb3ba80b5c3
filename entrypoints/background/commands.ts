/** Keys of the browser, wherever the person is: the sidebar, the verdicts, the next lead. */
import type { MyLead } from '../../lib/contract/mine.ts';
import { recordKey } from '../../lib/contract/record-key.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { nextLead } from '../../lib/desk/next-lead.ts';
import { askScout } from '../../lib/desk/tab.ts';
import { seenIn } from '../../lib/lead/in-front.ts';
import { makeWish } from '../../lib/lead/wish.ts';
import { browser } from '../../lib/platform/browser.ts';
import { managedNow } from '../../lib/platform/managed.ts';
import { openRecord } from '../../lib/sites/records.ts';
import { crmAt } from '../../lib/sites/sites.ts';

/** Names of the manifest's commands. */
const VERDICTS: Record<string, VerdictKind> = {
  accept: 'accepted',
  recycle: 'recycled',
  reject: 'rejected',
};
const BEEN = 'been';

interface Tab {
  id?: number | undefined;
  url?: string | undefined;
}

/** @param hot the hot list as it is now, best first */
export async function onCommand(name: string, hot: () => Promise<MyLead[]>): Promise<void> {
  if ((await managedNow()).keys === 'off') return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!tab) return;
  const verdict = VERDICTS[name];
  if (name === 'next') await openNext(tab, await hot());
  else if (tab.id === undefined) return;
  else if (name === 'toggle') await askScout(tab.id, 'panel.toggle');
  else if (verdict) await say(tab.id, verdict);
}

/** The sidebar comes up, and says it as soon as it shows the person. */
async function say(tabId: number, verdict: VerdictKind): Promise<void> {
  const [seen, report] = await Promise.all([seenIn(tabId), askScout(tabId, 'panel.state')]);
  // What was noted of this tab counts as long as its scout says the same: the page may be another one by now.
  const there = report?.seen?.record;
  if (!seen || !there || recordKey(seen.record) !== recordKey(there)) return;
  await makeWish({ tabId, record: seen.record, verdict });
  await askScout(tabId, 'panel.focus');
}

/** In the tab in front if that is the CRM's, so that one goes through the list in one tab. */
async function openNext(tab: Tab, hot: MyLead[]): Promise<void> {
  const here = tab.id === undefined ? null : await seenIn(tab.id);
  const { [BEEN]: kept } = await browser.storage.session.get(BEEN);
  const been = Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  const next = nextLead(hot, here?.record ?? null, been);
  if (!next) return;
  await browser.storage.session.set({ [BEEN]: next.been });
  const inCrm = tab.url && URL.canParse(tab.url) && (await crmAt(new URL(tab.url).origin));
  const { leadId, records } = next.lead;
  await openRecord(records, ownPageOf(leadId), { tabId: inCrm ? (tab.id ?? null) : null });
}

/** Whose leads were gone through is nobody else's to know. */
export function forgetBeen(): Promise<void> {
  return browser.storage.session.remove(BEEN);
}

/** @returns our own page of a lead, for those whose page in the CRM is not known */
export function ownPageOf(leadId: string): string {
  return browser.runtime.getURL(`panel.html?lead=${leadId}`);
}
