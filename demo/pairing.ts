/** Sets the extension up through its own options page, as a person would: the store, a code, the CRM's site. */
import type { Page } from 'puppeteer-core';
import { Sentence } from './sentence.ts';

export interface Setup {
  storeUrl: string;
  /** Asks the store for a fresh one-time code; called only when this browser is not connected yet. */
  newCode: () => Promise<string>;
  /** Origin of the CRM, and which one it is. */
  site: { origin: string; crm: string };
  /** How long the person may take to answer the browser's question about a site, if it asks one. */
  patience: number;
}

/** @param page any tab; it is left on the options page */
export async function setUp(page: Page, extensionOrigin: string, setup: Setup): Promise<void> {
  await page.goto(`${extensionOrigin}/options.html`);
  await connect(page, setup);
  await addSite(page, setup);
}

/** @param page on the options page */
export async function connect(
  page: Page,
  { storeUrl, newCode }: Pick<Setup, 'storeUrl' | 'newCode'>,
): Promise<void> {
  const connected = '[data-state=connected]';
  await page.waitForSelector(`${connected}, form[data-form=connect]`);
  const facts = await page.$eval(connected, (shown) => shown.textContent ?? '').catch(() => '');
  if (facts.includes(storeUrl)) return;
  // A kept profile that knows the store by an earlier port.
  if (facts) await disconnect(page);

  await page.locator('input[name=store]').fill(storeUrl);
  await page.locator('input[name=code]').fill(await newCode());
  await page.locator('button[data-action=connect]').click();
  await shown(page, connected, 'connect', 'The extension could not be connected to the store');
}

async function disconnect(page: Page): Promise<void> {
  await page.locator('button[data-action=disconnect]').click();
  await page.waitForSelector('form[data-form=connect], dialog[open]');
  const anyway = await page.$('dialog[open] button[data-action=act]');
  await anyway?.click();
  await page.waitForSelector('form[data-form=connect]');
}

async function addSite(page: Page, { site, patience }: Setup): Promise<void> {
  const listed = `[data-site="${site.origin}"][data-permission=granted]`;
  if (await page.$(listed)) return;
  await page.locator('input[name=site]').fill(site.origin);
  await page.locator('select[name=crm]').fill(site.crm);
  await page.locator('button[data-action=add-site]').click();
  await shown(page, listed, 'site', `The site ${site.origin} could not be added`, patience);
}

/** Waits until what the form was for is on the page; fails at once with the words that the form shows instead. */
async function shown(
  page: Page,
  selector: string,
  form: string,
  what: string,
  timeout = 20_000,
): Promise<void> {
  const complaint = `form[data-form=${form}] [role=alert]`;
  await page.waitForSelector(`${selector}, ${complaint}`, { timeout }).catch(() => undefined);
  if (await page.$(selector)) return;
  const said = await page
    .$$eval(`${complaint} :not(:has(*))`, (parts) =>
      parts.map(({ textContent }) => textContent?.trim().replace(/\.$/, '')).join('. '),
    )
    .catch(() => '');
  throw new Sentence(said ? `${what}. The extension says: ${said}.` : `${what} in time.`);
}
