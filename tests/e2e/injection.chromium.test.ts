/** Hostile words everywhere, through the real doors, and every page of the built extension opened on them: they are words. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, EXTENSION, sidebarOf, untilText, visit } from './support/chromium.ts';
import { fillWithHostileWords } from './support/hostile-words.ts';
import { look, type Marker, noteRefused, startMarker } from './support/marker.ts';
import { startAs } from './support/rep.ts';
import { openScene, type Scene } from './support/scene.ts';

let scene: Scene;
let marker: Marker;
let admin: Chromium;
let page: Page;
let folder: string;
const dialogs: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-hostile-'));
  marker = await startMarker();
  scene = await openScene();
  await fillWithHostileWords(scene, marker);
  admin = await startAs(scene, marker.evil('admin'), 'admin');
  page = await admin.browser.newPage();
  await page.setViewport({ width: 1440, height: 1000 });
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await noteRefused(page);
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}, 240_000);
afterAll(async () => {
  await Promise.all([admin?.close(), scene?.close(), marker?.close()]);
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(dialogs).toEqual([]);
  expect(marker.hits).toEqual([]);
});

/** Waits until all these are read, as they were typed, and expects nothing to have come of them but words. */
async function expectWords(where: Page | Frame, names: readonly string[]): Promise<void> {
  const missing = async () => {
    const { text } = await look(where);
    return names.filter(
      (name) => !new RegExp(`${name}"'><img src=//127.0.0.1:\\d+/ onerror=alert`).test(text),
    );
  };
  await expect.poll(missing, { timeout: 20_000, interval: 200 }).toEqual([]);
  const { text: _, ...seen } = await look(where);
  expect(seen).toEqual({ made: [], links: [], turning: [], overflow: 0, refused: [] });
}

async function enter(address: string): Promise<void> {
  await page.goto(`${EXTENSION}/${address}`);
  // Going from one room to the next is no load; asking anew is.
  await page.reload();
}

async function downloaded(name: RegExp): Promise<string> {
  const find = async () => (await readdir(folder)).find((each) => name.test(each)) ?? '';
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  return readFile(join(folder, await find()), 'utf8');
}

/** No cell of a file begins as a formula does. */
const FORMULA = /(^|[,\r\n])"?[=+@]/;

describe('hostile words', () => {
  it('are words beside the record in the CRM, all of it folded out', async () => {
    await page.goto(scene.pageOf(scene.hot));
    const sidebar = await sidebarOf(page);
    await untilText(sidebar, /person"'/);
    await sidebar.evaluate(() => {
      for (const closed of document.querySelectorAll<HTMLElement>(
        'summary, [aria-expanded="false"]',
      )) {
        closed.click();
      }
    });
    const names = ['person', 'title', 'company', 'read', 'form', 'demo', 'note', 'reply', 'rep'];
    await expectWords(sidebar, names);
    const [colleague] = scene.others;
    if (!colleague) throw new Error('The CRM has nobody else.');
    await visit(page, 'about:blank');
    await page.goto(scene.pageOf(colleague));
    const other = await sidebarOf(page);
    await other.waitForSelector('[data-story]');
    await expectWords(other, ['person', 'campaign']);
  });

  it('are words on the review desk, with the case opened', async () => {
    await enter('review.html');
    await page.locator('[data-line]').click();
    await page.waitForSelector('[data-form="answer"]');
    await expectWords(page, ['person', 'company', 'campaign', 'reason', 'flag', 'rep']);
  });

  it.each([
    ['definition', ['proposal', 'comment', 'reason', 'means']],
    ['score', []],
    ['reports', ['reason', 'origin']],
    ['check-in', ['decision', 'owner']],
  ])('are words in the room “%s”', async (room, names) => {
    await enter(`review.html#${room}`);
    await page.waitForSelector('main:not([aria-busy]) h1, main:not([aria-busy]) h2');
    await expectWords(page, names);
  });

  it.each([
    ['sources', ['source']],
    ['people', ['rep', 'browser', 'admin']],
    ['imports', []],
    ['merges', []],
    ['privacy', []],
    ['hooks', []],
    ['audit', ['source', 'rep', 'admin']],
  ])('are words on the page of the store, in “%s”', async (room, names) => {
    await enter(`store.html#${room}`);
    await page.waitForSelector('main:not([aria-busy]) h1');
    await expectWords(page, names);
  });

  it('are words in what is known of a person', async () => {
    await enter('store.html#privacy');
    await page.locator('input[name=person-email]').fill(scene.hot.email);
    await page.locator('[data-action="find-person"]').click();
    await page.waitForSelector('[data-person]');
    await expectWords(page, ['person']);
  });

  it.each(['options.html#crms', 'options.html#connection', 'popup.html', 'panel.html'])(
    'are words on %s',
    async (address) => {
      await enter(address);
      await page.waitForSelector('#root > *');
      await expectWords(page, address.includes('connection') ? ['admin'] : []);
    },
  );

  it('are words in a file that is brought in, and no formulas in what comes back', async () => {
    const evil = marker.evil('column').replaceAll('"', '""');
    const file = join(folder, '=cmd<img src=x onerror=alert(1)>.csv');
    await writeFile(
      file,
      `Email,Full name,"${evil}"\n=cmd|' /c calc'!A1,"${evil}",@SUM(1)\nkim@acme.example,"${evil}",+1\n`,
    );
    await enter('store.html#imports');
    const input = await page.waitForSelector('input[name=import-file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await page.waitForSelector('[data-state=tried]');
    await expectWords(page, ['column']);
    await page.locator('[data-action="start-import"]').click();
    await page.waitForSelector('[data-import][data-state=done]');
    await page.locator('[data-state=done] [data-action="save-refused"]').click();
    expect(await downloaded(/^refused/)).not.toMatch(FORMULA);
  });

  it('are no formulas in the files of the desk and of the store', async () => {
    await enter('review.html#reports');
    await page.locator('[data-report="reasons"] [data-action="csv"]').click();
    const desk = await downloaded(/^truce-reasons.*csv$/);
    expect(desk).toContain('reason"');
    expect(desk).not.toMatch(FORMULA);
    for (const what of ['leads', 'events', 'feedback']) {
      const answer = await fetch(`${scene.store.url}/api/export/${what}?format=csv`, {
        headers: { authorization: `Bearer ${scene.workspace.token}` },
      });
      const text = await answer.text();
      expect(text).toContain('onerror');
      expect(text).not.toMatch(FORMULA);
    }
  });

  it('would be seen if they were more than words', async () => {
    await enter('options.html');
    await page.evaluate((at) => {
      const image = document.createElement('img');
      image.setAttribute('src', at);
      const link = document.createElement('a');
      link.setAttribute('href', 'javascript:alert(1)');
      document.body.append('before ', '\u202Eturned', image, link);
    }, 'http://127.0.0.1:9/');
    await page.waitForFunction(() => (Reflect.get(window, 'refused') as string[]).length > 0);
    const { made, links, turning, refused } = await look(page);
    expect([made, links, turning].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(refused.join()).toContain('img-src');
  });
});
