/** Scores in the CRM's own lists: the switch for each CRM. */
import * as z from 'zod/mini';
import { type CrmId, crmId } from '../contract/record.ts';
import { LISTS_OFF } from '../page/lists-off.ts';
import { browser } from '../platform/browser.ts';
import { managedNow } from '../platform/managed.ts';

const kept = z.array(crmId);

/** @returns the CRMs whose lists are to stay as they are */
export async function readListsOff(): Promise<CrmId[]> {
  const { [LISTS_OFF]: off } = await browser.storage.local.get(LISTS_OFF);
  const parsed = kept.safeParse(off ?? []);
  return parsed.success ? parsed.data : [];
}

/** Scores in the lists of this CRM, or none: pages that are open follow at once. */
export async function switchLists(crm: CrmId, on: boolean): Promise<void> {
  const others = (await readListsOff()).filter((each) => each !== crm);
  await browser.storage.local.set({ [LISTS_OFF]: on ? others : [...others, crm] });
}

/** @returns whether the organisation wants all lists left as they are */
export async function areListsBarred(): Promise<boolean> {
  return (await managedNow()).lists === 'off';
}
