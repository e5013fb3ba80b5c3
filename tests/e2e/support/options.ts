/** Setting Truce up as people do, on an options page that is open. */
import type { Page } from 'puppeteer-core';

/** Types the store's address and the code, and waits until the page says it is connected. */
export async function connectOn(options: Page, store: string, code: string): Promise<void> {
  await options.locator('input[name=store]').fill(store);
  await options.locator('input[name=code]').fill(code);
  await options.locator('button[data-action=connect]').click();
  await options.waitForSelector('[data-state=connected]');
}

/**
 * Switches a CRM site on, and waits until the form is empty again: the site is listed a moment before scouts are registered, and
 * until then a press for the next one is not taken, and a page that is opened has no scout.
 */
export async function addSiteOn(options: Page, origin: string, crm: string): Promise<void> {
  await options.locator('input[name=site]').fill(origin);
  await options.locator('select[name=crm]').fill(crm);
  await options.locator('button[data-action=add-site]').click();
  await options.waitForSelector(`[data-site="${origin}"]`);
  await options.waitForFunction(
    () => document.querySelector<HTMLInputElement>('input[name=site]')?.value === '',
  );
}
