/** Scores in the CRM's own lists: the script that draws them, and the switch for each CRM. */
import * as z from 'zod/mini';
import { type CrmId, crmId } from '../contract/record.ts';
import { browser } from '../platform/browser.ts';

const FILES = ['lister.js'];
/** Also read by `lib/page/home.ts`, which hears each change. */
const KEY = 'listsOff';
const kept = z.array(crmId);

/** Puts the script for lists beside the scout of this tab. A tab that has gone meanwhile needs none. */
export async function startLister(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: FILES, injectImmediately: true })
    .catch(() => undefined);
}

/** @returns the CRMs whose lists are to stay as they are */
export async function readListsOff(): Promise<CrmId[]> {
  const { [KEY]: off } = await browser.storage.local.get(KEY);
  const parsed = kept.safeParse(off ?? []);
  return parsed.success ? parsed.data : [];
}

/** Scores in the lists of this CRM, or none: pages that are open follow at once. */
export async function switchLists(crm: CrmId, on: boolean): Promise<void> {
  const others = (await readListsOff()).filter((each) => each !== crm);
  await browser.storage.local.set({ [KEY]: on ? others : [...others, crm] });
}
