import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MessageName, RULES } from '../../lib/messaging/protocol.ts';
import { type Chromium, EXTENSION, inExtension, sidebarOf, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { openScene, type Scene, SECRET } from './support/scene.ts';

/**
 * The CRM page's own process in the wrong hands: whoever has it can speak as our content script, which is more than any
 * script of the page can. Here the messages are sent from the world of the content script itself.
 */
let scene: Scene;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  chromium = await startAs(scene, 'Ada Rossi', 'admin');
  page = await chromium.browser.newPage();
  await page.goto(scene.pageOf(scene.hot));
  await untilText(await sidebarOf(page), new RegExp(SECRET));
});
afterAll(() => Promise.all([chromium?.close(), scene?.close()]));

/** @returns what runs code in our content script's world of this page */
async function inScoutsWorld(client: CDPSession) {
  const world = new Promise<number>((resolve) => {
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === EXTENSION) resolve(context.id);
    });
  });
  await client.send('Runtime.enable');
  const contextId = await world;
  return async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
}

describe('the content script’s world of a CRM page', () => {
  it('is refused every message that is not the scout’s, and each refusal is counted', async () => {
    const client = await page.createCDPSession();
    const run = await inScoutsWorld(client);
    const notScouts = (Object.keys(RULES) as MessageName[]).filter(
      (name) => !RULES[name].from.includes('scout'),
    );
    const answers = await run(`Promise.all(${JSON.stringify([...notScouts, 'connection.read'])}.map(
      async (name) => {
        const answer = await chrome.runtime.sendMessage({ to: 'background', name, body: {} });
        return [name, answer.ok, answer.problem?.code, 'value' in answer];
      }))`);
    expect(answers).toEqual([
      ...notScouts.map((name) => [name, false, 'not-allowed', false]),
      ['connection.read', false, 'bad-request', false],
    ]);
    const counted = await inExtension(chromium.browser, async () => {
      for (;;) {
        const { refusals } = await chrome.storage.session.get('refusals');
        if (JSON.stringify(refusals)?.includes('unknown from scout')) return refusals;
        await new Promise((next) => chrome.storage.session.onChanged.addListener(next));
      }
    });
    expect(counted).toEqual({
      ...Object.fromEntries(notScouts.map((name) => [`${name} from scout`, 1])),
      'unknown from scout': 1,
    });
    await client.detach();
  });

  it('finds neither the token nor a lead in what it can read', async () => {
    const token = await inExtension(chromium.browser, async () => {
      const opened = indexedDB.open('truce-connection');
      await new Promise((next) => opened.addEventListener('success', next));
      const kept = opened.result.transaction('entries').objectStore('entries').get('connection');
      await new Promise((next) => kept.addEventListener('success', next));
      opened.result.close();
      return kept.result.token as string;
    });
    expect(token.length).toBeGreaterThan(20);

    const client = await page.createCDPSession();
    const run = await inScoutsWorld(client);
    const readable = await run(`(async () => {
      const session = await chrome.storage.session.get(null).catch(() => 'closed');
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return JSON.stringify({
        local: await chrome.storage.local.get(null),
        sync: (await chrome.storage.sync?.get(null).catch(() => null)) ?? null,
        session,
        databases,
        caches: await caches.keys(),
        web: { ...localStorage },
        address: location.href,
        cookie: document.cookie,
        html: document.documentElement.outerHTML,
      });
    })()`);
    expect(readable).toContain('"session":"closed"');
    expect(readable).not.toContain('truce-');
    for (const secret of [token, SECRET, scene.store.url]) expect(readable).not.toContain(secret);
    await client.detach();
  });
});

describe('disconnecting right after something was said', () => {
  /** @returns the names of the databases of ours in which anything is left, and of their second copies */
  const notEmpty = () =>
    inExtension(chromium.browser, async () => {
      const names: string[] = [];
      // The outbox keeps its count and the random number that says whose count it is, so that no order is given twice.
      const kept = ['order', 'outbox'];
      for (const { name = '' } of await indexedDB.databases()) {
        const opened = indexedDB.open(name);
        await new Promise((next) => opened.addEventListener('success', next));
        const count = opened.result.transaction('entries').objectStore('entries').getAllKeys();
        await new Promise((next) => count.addEventListener('success', next));
        opened.result.close();
        if (count.result.some((key) => !kept.includes(String(key)))) names.push(name);
      }
      for (const name of await caches.keys()) {
        const copies = await (await caches.open(name)).keys();
        if (copies.some(({ url }) => !kept.includes(url.split('/').at(-1) ?? '')))
          names.push(`second ${name}`);
      }
      return names;
    });

  it('sends it first where that is chosen, and leaves nothing of the lead and no token behind', async () => {
    expect(await notEmpty()).toEqual(
      expect.arrayContaining(['truce-cards', 'truce-connection', 'second truce-connection']),
    );
    await page.bringToFront();
    const sidebar = await sidebarOf(page);
    await sidebar.locator('[data-verdict="accepted"]').click();
    await untilText(sidebar, /Undo/);

    const options = await chromium.browser.newPage();
    await options.goto(`${EXTENSION}/options.html#connection`);
    await options.locator('[data-action="disconnect"]').click();
    await options.waitForSelector('dialog[open]');
    await options.locator('[data-action="part-send"]').click();
    await options.waitForSelector('input[name=store]');

    const leadId = (await scene.workspace.find(scene.crm.origin, scene.hot.email)) ?? '';
    const { feedback } = await scene.workspace.card(leadId);
    expect(feedback).toMatchObject([{ verdict: 'accepted', by: 'Ada Rossi' }]);
    await options.close();
    await page.close();
    expect(await notEmpty()).toEqual([]);
  });
});

describe('the pages of the extension', () => {
  it('draw a picture of a chart', async () => {
    const own = await chromium.browser.newPage();
    await own.goto(`${EXTENSION}/review.html`);
    const colour = await own.evaluate(async () => {
      const image = new Image();
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" style="fill: #ff0000"/></svg>';
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      const pen = document.createElement('canvas').getContext('2d');
      pen?.drawImage(image, 0, 0);
      return [...(pen?.getImageData(1, 1, 1, 1).data ?? [])];
    });
    expect(colour).toEqual([255, 0, 0, 255]);
    await own.close();
  });

  it.each([
    'options',
    'popup',
    'panel',
    'panel?sample',
    'review',
    'store',
    'sidebar',
    'row-card',
    'teach',
  ])('%s breaks no rule of its policy, and says nothing in the log', async (name) => {
    const [file, query] = name.split('?');
    const own = await chromium.browser.newPage();
    const said: string[] = [];
    own.on('console', (message) => said.push(message.text()));
    own.on('pageerror', (error) => said.push(String(error)));
    await own.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    await own.goto(`${EXTENSION}/${file}.html${query ? `?${query}` : ''}`, {
      waitUntil: 'networkidle0',
    });
    // The card of a list and the lesson show nothing before a scout has called them.
    await own.waitForSelector(file === 'row-card' || file === 'teach' ? '#root' : '#root > *');
    expect(said).toEqual([]);
    await own.close();
  });

  it('turn no text into markup', async () => {
    const own = await chromium.browser.newPage();
    await own.goto(`${EXTENSION}/options.html`);
    const tried = await own.evaluate(() => {
      const attempts = {
        markup: () => document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>'),
        policy: () =>
          (
            window as unknown as { trustedTypes: { createPolicy(n: string, p: object): void } }
          ).trustedTypes.createPolicy('any', {}),
      };
      return Object.entries(attempts).map(([what, attempt]) => {
        try {
          attempt();
          return `${what} worked`;
        } catch {
          return `${what} refused`;
        }
      });
    });
    expect(tried).toEqual(['markup refused', 'policy refused']);
    await own.close();
  });
});
