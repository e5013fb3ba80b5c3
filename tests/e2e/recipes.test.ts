import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomic } from '../../lib/crm/recipes/atomic.ts';
import {
  type Chromium,
  EXTENSION,
  sidebarOf,
  startChromium,
  untilText,
} from './support/chromium.ts';
import { addSiteOn } from './support/options.ts';
import { type StillPage, serveStillPage } from './support/still-page.ts';

/** A recipe that comes as a file: refused when it is broken, else read by at once, saved again, and forgotten with its site. */
const RECIPE = { ...atomic, id: 'atomic-two', name: 'Second Atomic', sureness: 'taught' };
let chromium: Chromium;
let site: StillPage;
let folder: string;
let options: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-recipes-'));
  site = await serveStillPage({});
  chromium = await startChromium();
  options = await chromium.browser.newPage();
  await options.goto(`${EXTENSION}/options.html`);
});
afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function give(recipe: unknown): Promise<void> {
  const path = join(folder, 'recipe.json');
  await writeFile(path, JSON.stringify(recipe));
  const field = await options.waitForSelector('input[name=recipe]');
  await (field as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(path);
}
const taughtNow = () =>
  options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get: (key: string) => Promise<Record<string, unknown>> } } };
    };
    return (await chrome.storage.local.get('taughtRecipes')).taughtRecipes ?? [];
  });

describe('a recipe from a file', () => {
  it('is refused whole when one selector is none, and says where', async () => {
    await give({ ...RECIPE, page: { ...RECIPE.page, facts: { name: ['h1', 'a >> b'] } } });
    await untilText(options, /page › facts › name › no\. 2: this is no selector the browser/);
    await give(atomic);
    await untilText(options, /“atomic” is Atomic CRM, which comes with Truce/);
    expect(await taughtNow()).toEqual([]);
  });

  it('is shown, added, and read by on the site that is said to be this CRM', async () => {
    await give(RECIPE);
    await options.locator('[data-preview] [data-action=add-recipe]').click();
    await options.waitForSelector('[data-taught="atomic-two"]');
    await addSiteOn(options, site.origin, 'atomic-two');
    await untilText(options, /used on http:\/\/localhost/);
    const tab = await chromium.browser.newPage();
    await tab.goto(`${site.origin}/#/contacts/2/show`);
    await sidebarOf(tab);
    await tab.close();
  });

  it('is saved as the file it came from', async () => {
    const session = await options.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await options.locator('[data-action=save-recipe]').click();
    const saved = join(folder, 'truce-atomic-two.json');
    await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).not.toBe('');
    expect(JSON.parse(await readFile(saved, 'utf8'))).toEqual(
      await taughtNow().then((all) => (all as unknown[])[0]),
    );
  });

  it('is forgotten with its site, after a question', async () => {
    await options.locator('[data-action=forget-recipe]').click();
    await options.locator('dialog[open] [data-action=act]').click();
    await options.waitForFunction(
      () => !document.querySelector('[data-taught]') && !document.querySelector('[data-site]'),
    );
    expect(await taughtNow()).toEqual([]);
  });
});
