/** Records and tabs: which record an address names, where a record's page is, and going there. */
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { addressOf } from '../crm/address-of.ts';
import { addressesBy } from '../crm/outlines.ts';
import { browser } from '../platform/browser.ts';
import { type AddressBook, addressBook } from './address-book.ts';
import { readRecipes } from './recipes.ts';
import { crmAt, grantedPatterns, readSites } from './sites.ts';

const book = addressBook();

/** @returns the record this address names, if Truce was told of a CRM there */
export async function recordAt(address: string | undefined): Promise<CrmRecord | null> {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  const crm = await crmAt(url.origin);
  const recipe = crm && (await readRecipes()).find(({ id }) => id === crm);
  const named = recipe ? addressesBy(recipe).detect(url) : null;
  return named?.is === 'record' ? named.record : null;
}

/** Notes the address of the record in it. @param address as the browser says it of the tab */
export async function noteAddress(address: string | null): Promise<void> {
  const record = address ? await recordAt(address) : null;
  if (record && address) await book.note(record, new URL(address));
}

/** Forgets all addresses: whoever is connected next need not know where somebody was. */
export const forgetAddresses: AddressBook['forgetAll'] = () => book.forgetAll();

/** @returns where the first of these records is whose address is known or follows from its recipe */
export async function addressFor(records: readonly CrmRecord[]): Promise<URL | null> {
  const [recipes, sites] = await Promise.all([readRecipes(), readSites()]);
  for (const record of records) {
    const recipe = recipes.find(({ id }) => id === record.crm);
    const origins = sites.filter(({ crm }) => crm === record.crm).map(({ origin }) => origin);
    const made = recipe ? addressOf(recipe, record, origins) : null;
    const known = (await book.find(record)) ?? made;
    if (known) return known;
  }
  return null;
}

/** Which tab a record is opened in, when it is open in none: one of its own, or the one in front. */
export type Where = { tabId: number | null };

/**
 * Brings a lead's page to the front: a tab that has it open, else its CRM's page, else Truce's own page of it.
 *
 * @param otherwise address of our own page of this lead
 */
export async function openRecord(
  records: readonly CrmRecord[],
  otherwise: string,
  { tabId }: Where,
): Promise<void> {
  const open = await tabWith(records);
  if (open) {
    await browser.tabs.update(open.id, { active: true });
    if (open.windowId !== undefined) {
      await browser.windows.update(open.windowId, { focused: true });
    }
    return;
  }
  const url = (await addressFor(records))?.href ?? null;
  if (url && tabId !== null) await browser.tabs.update(tabId, { url });
  else await browser.tabs.create({ url: url ?? otherwise });
}

/** @returns the open tab of one of these records, the first record's before all others' */
async function tabWith(
  records: readonly CrmRecord[],
): Promise<{ id: number; windowId: number | undefined } | null> {
  const patterns = await grantedPatterns();
  if (patterns.length === 0 || records.length === 0) return null;
  const wanted = new Set(records.map(recordKey));
  for (const tab of await browser.tabs.query({ url: patterns })) {
    const record = await recordAt(tab.url);
    if (tab.id !== undefined && record && wanted.has(recordKey(record))) {
      return { id: tab.id, windowId: tab.windowId };
    }
  }
  return null;
}
