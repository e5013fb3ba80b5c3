/** The page “Your store”, in the built extension and against the real store: sources, people, files, and being forgotten. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personAnswer } from '../../lib/contract/privacy.ts';
import {
  type Chromium,
  EXTENSION,
  onOptions,
  startChromium,
  untilText,
} from './support/chromium.ts';
import { connectOn } from './support/options.ts';
import { startTestStore, type TestStore } from './support/store.ts';
import { call, openWorkspace, type Workspace } from './support/workspace.ts';

let store: TestStore;
let workspace: Workspace;
let admin: Chromium;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-files-'));
  store = await startTestStore();
  workspace = await openWorkspace(store.url);
  admin = await startChromium();
  const code = await workspace.invite('Ruth Okafor', 'admin');
  await onOptions(admin.browser, (options) => connectOn(options, store.url, code));
  page = await admin.browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
});
afterAll(async () => {
  await admin?.close();
  await store?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function enter(room: string): Promise<void> {
  await page.goto(`${EXTENSION}/store.html#${room}`);
  // Going from one room to the next is no load; asking anew is.
  await page.reload();
  await page.waitForSelector('main:not([aria-busy]) h1');
}

const act = (action: string, within = '') =>
  page.locator(`${within} [data-action="${action}"]`.trim()).click();
const textOf = (selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

/** Chooses a file as a person does. */
async function bring(file: string): Promise<void> {
  const input = await page.waitForSelector('input[name=import-file]');
  if (!input) throw new Error('There is no place for a file.');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
}

/** The only file of this name, once it is there whole. */
async function downloaded(name: string): Promise<string> {
  const read = () => readFile(join(folder, name), 'utf8').catch(() => '');
  await expect.poll(read, { timeout: 30_000 }).not.toBe('');
  return read();
}

describe('the page “Your store”', () => {
  it('adds a source, and says when it was heard', async () => {
    await enter('sources');
    await act('add-source');
    await page.locator('input[name=tool][value=segment]').click();
    await page.locator('input[name=source]').fill('Shop');
    await act('make-source');
    await page.waitForSelector('[data-given=source]');
    const key = await textOf('[data-secret="Write key"] output');
    expect(await textOf('[data-secret="Address"] output')).toBe(`${store.url}/v1`);
    await enter('sources');
    await untilText(page, /Shop[\s\S]*not heard yet/);

    const sent = await fetch(`${store.url}/v1/identify`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
      },
      body: JSON.stringify({
        messageId: 'first',
        userId: 'gordon',
        traits: { email: 'gordon@shanahan.example', name: 'Gordon Kreiger' },
      }),
    });
    expect(sent.status).toBe(200);
    await enter('sources');
    await page.waitForSelector('[data-source] time');
    expect(await page.content()).not.toContain(key);
  });

  it('invites a person who connects in another browser, and signs that browser out', async () => {
    await enter('people');
    await act('invite');
    await page.locator('input[name=person]').fill('Tomas Reyes');
    await page.locator('label:has(input[value=code])').click();
    await act('make-invite');
    await page.waitForSelector('[data-given=code]');
    const code = await textOf('[data-secret^="Code"] output');
    expect(await textOf('[data-secret="Address of the store"] output')).toBe(store.url);

    const other = await startChromium();
    try {
      const options = await other.browser.newPage();
      await options.goto(`${EXTENSION}/options.html`);
      await connectOn(options, store.url, code);
      await enter('people');
      await untilText(page, /3 members/);
      const tomas = '[data-member]:has([aria-label="Browsers of Tomas Reyes"])';
      await act('revoke-device', tomas);
      await untilText(page, /of Tomas Reyes is signed out/);
      await options.reload();
      await untilText(options, /The store no longer knows this browser/);
    } finally {
      await other.close();
    }
  });

  it('brings in a file: tried first, then written; what was refused comes back as a file', async () => {
    const file = join(folder, 'fair.csv');
    await writeFile(
      file,
      'Email,Full name,Company\nelena@northgate.example,Elena Petrova,Northgate\n,Nobody,Nowhere\nsamir@brightwater.example,Samir Haddad,Brightwater\n',
    );
    await enter('imports');
    await bring(file);
    await page.waitForSelector('[data-state=tried]');
    expect(await textOf('[data-state=tried]')).toMatch(/rows to keep\s+2\b/);
    expect(await workspace.find('https://crm.example', 'elena@northgate.example')).toBeNull();

    await act('start-import');
    await page.waitForSelector('[data-import][data-state=done]');
    expect(await textOf('[data-state=done]')).toContain('2 kept of 3 rows');
    expect(await workspace.find('https://crm.example', 'elena@northgate.example')).not.toBeNull();

    await act('save-refused', '[data-state=done]');
    const refused = await downloaded('refused-fair.csv');
    expect(refused).toContain('Nobody');
    expect(refused).not.toContain('Elena');
  });

  it('stops a file where it is, and goes on from there without a row twice', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `p${n}@crowd.example,Person ${n}`);
    const file = join(folder, 'crowd.csv');
    await writeFile(file, `Email,Full name\n${rows.join('\n')}\n`);
    await enter('imports');
    await bring(file);
    const crowd = '[aria-label="crowd.csv"]';
    await page.waitForSelector(`${crowd}[data-state=tried]`);
    await act('start-import', crowd);
    await act('stop-import', crowd);
    await page.waitForSelector(`${crowd}[data-state=stopped]`);
    await act('go-on', crowd);
    await page.waitForFunction(
      () =>
        document.body.innerText.includes('10,000 kept of 10,000 rows; 0 here before, 0 refused'),
      { polling: 200, timeout: 120_000 },
    );
  }, 180_000);

  it('joins two people by hand once it was seen who they are, and takes them apart again', async () => {
    for (const name of ['mei', 'm.tanaka']) {
      await workspace.send(`${name}@harbor.example`, { name: 'Mei Tanaka' }, []);
    }
    await enter('merges');
    await act('join');
    await page.locator('input[name=kept]').fill('mei@harbor.example');
    await page.locator('input[name=other]').fill('m.tanaka@harbor.example');
    await act('look-up');
    await page.waitForSelector('[data-pair]');
    await act('merge');
    await page.waitForSelector('[data-merge]');
    const find = (email: string) => workspace.find('https://crm.example', email);
    expect(await find('m.tanaka@harbor.example')).toBe(await find('mei@harbor.example'));

    await act('undo-merge');
    await act('act', 'dialog');
    await untilText(page, /Taken apart by Ruth Okafor/);
    expect(await find('m.tanaka@harbor.example')).not.toBe(await find('mei@harbor.example'));
  });

  it('refuses to tell an address inside the network, and says why', async () => {
    await enter('hooks');
    await act('add-hook');
    await page.locator('input[name=hook-url]').fill('https://127.0.0.1:9/hook');
    await act('make-hook');
    await page.waitForSelector('[data-form=hook] [role=alert]');
    expect(await textOf('[data-form=hook] [role=alert]')).toContain('inside a network');
    expect(await page.$('[data-hook]')).toBeNull();
  });

  it('erases a person once the address was typed again', async () => {
    await enter('privacy');
    await page.locator('input[name=person-email]').fill('gordon@shanahan.example');
    await act('find-person');
    await page.waitForSelector('[data-person]');
    await act('export-person');
    expect(await downloaded('truce-gordon@shanahan.example.json')).toContain('Gordon Kreiger');
    await act('erase-person');
    await page.locator('input[name=erase-email]').fill('gordon@shanahan.exampl');
    expect(await page.$('[data-action="erase-for-ever"][aria-disabled="true"]')).not.toBeNull();
    await page.locator('input[name=erase-email]').fill('gordon@shanahan.example');
    await act('erase-for-ever');
    await page.waitForSelector('[data-erased]');
    const gone = await call(store.url, '/api/privacy/find', personAnswer, {
      token: workspace.token,
      body: { email: 'gordon@shanahan.example' },
    });
    expect(gone).toMatchObject({ person: null, erasedAt: expect.any(String) });
  });

  it('has written down who did all that', async () => {
    await enter('audit');
    const said = await textOf('main');
    for (const did of [
      'added the source Shop',
      'invited Tomas Reyes',
      'started the import of fair.csv',
      'erased',
    ]) {
      expect(said).toContain(`Ruth Okafor ${did}`);
    }
    await page.locator('input[name=filter]').fill('tomas');
    await page.waitForFunction(() => !document.body.innerText.includes('fair.csv'));
    expect(await textOf('main')).toContain('signed out');
  });
});
