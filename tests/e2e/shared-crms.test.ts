import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomic } from '../../lib/crm/recipes/atomic.ts';
import type { Watched } from '../../lib/page/extension.ts';
import { signed } from '../../scripts/repairs.ts';
import { taughtRecipe } from '../fixtures/recipe.ts';
import testKey from '../fixtures/repairs-test-key.json' with { type: 'json' };
import { type Chromium, EXTENSION, press, sidebarOf, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { openScene, type Scene } from './support/scene.ts';

/** What the store hands out: names are where the job title stands. */
const list = {
  truce: 'repairs',
  madeAt: new Date().toISOString(),
  repairs: [
    {
      id: 'atomic',
      checkedOn: '2999-01-01',
      pages: {
        ...atomic.pages,
        contact: {
          ...atomic.pages?.contact,
          facts: {
            name: [{ at: 'h5 + *', before: ' at ' }],
            email: atomic.pages?.contact?.facts?.email,
          },
        },
      },
    },
  ],
};

let scene: Scene;
let chromium: Chromium;
let options: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-repairs-'));
  process.env.TRUCE_REPAIRS = join(folder, 'repairs.json');
  await writeFile(process.env.TRUCE_REPAIRS, signed(list, testKey.privateKey));
  scene = await openScene();
  chromium = await startAs(scene, 'Ada Obi', 'admin');
  options = await chromium.browser.newPage();
  await options.goto(`${EXTENSION}/options.html`);
});
afterAll(async () => {
  delete process.env.TRUCE_REPAIRS;
  await Promise.all([chromium?.close(), scene?.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Asks the background, as the options page does. */
const ask = (name: string, body: object) =>
  options.evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<{ ok: boolean; value: unknown }>,
    { to: 'background', name, body },
  );
const stored = (key: string) =>
  options.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);
const atomicName = async () => {
  const watched = (await stored('watched')) as Watched | undefined;
  return watched?.crms[atomic.id]?.recipe.pages?.contact?.facts?.name;
};
const teamIds = async () => ((await stored('teamRecipes')) as { id: string }[]).map(({ id }) => id);

describe('what a store hands out about CRMs', () => {
  it('is used: a signed repair changes what is read from the page', async () => {
    await expect.poll(atomicName).toEqual([{ at: 'h5 + *', before: ' at ' }]);
    const page = await chromium.browser.newPage();
    await page.goto(scene.pageOf(scene.stranger));
    const sidebar = await sidebarOf(page);
    await untilText(sidebar, /No lead known here/i);
    await press(sidebar, 'Register');
    await untilText(sidebar, /registered by sales/i);
    const lead = async () => scene.workspace.find(scene.crm.origin, scene.stranger.email);
    await expect.poll(lead).not.toBeNull();
    const card = await scene.workspace.card((await lead()) ?? '');
    expect(card.who.name).toBe(scene.stranger.title);
    await page.close();
  });

  it('is what an administrator shares and takes back', async () => {
    await options.bringToFront();
    const recipe = taughtRecipe('pinewood', { hosts: ['https://*.example/*'] });
    expect(await ask('crms.share', { recipe })).toMatchObject({
      ok: true,
      value: [{ id: 'pinewood', by: 'Ada Obi' }],
    });
    expect(await stored('teamRecipes')).toEqual([{ ...recipe, hosts: [] }]);
    expect(await ask('crms.unshare', { id: 'pinewood' })).toEqual({ ok: true, value: [] });
    expect(await teamIds()).toEqual([]);
    const ours = await ask('crms.share', { recipe: taughtRecipe('salesforce') });
    expect(ours).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
  });

  it('is gone when this browser leaves the team', async () => {
    await ask('crms.share', { recipe: taughtRecipe() });
    expect(await teamIds()).toEqual(['pinewood']);
    await ask('connection.forget', {});
    expect(await teamIds()).toEqual([]);
    expect(await atomicName()).toEqual(atomic.pages?.contact?.facts?.name);
  });
});
