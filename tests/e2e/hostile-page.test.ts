import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, EXTENSION, onOptions, sidebarOf, untilText } from './support/chromium.ts';
import { addSiteOn } from './support/options.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene, SECRET } from './support/scene.ts';
import { serveStillPage } from './support/still-page.ts';

/** A page script on a CRM page, after the lead. The sidebar is open and full of what it would like to know. */
let scene: Scene;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  chromium = await startAs(scene, 'Kim Okafor', 'rep');
  page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', (event) => heard.push(String(event.data)), true);
  });
  await page.goto(scene.pageOf(scene.hot));
  await untilText(await sidebarOf(page), new RegExp(SECRET));
});
afterAll(() => Promise.all([chromium?.close(), scene?.close()]));

describe('a script of the page', () => {
  it('finds no frame, no open root, no word of it in the DOM', async () => {
    const found = await page.evaluate(() => {
      const host = document.querySelector('[data-truce]');
      return {
        frames: window.length,
        root: host?.shadowRoot ?? null,
        html: document.documentElement.outerHTML,
        text: document.documentElement.innerText,
        attributes: host?.getAttributeNames(),
        name: host?.localName,
      };
    });
    expect(found.frames).toBe(0);
    expect(found.root).toBeNull();
    expect(found.html + found.text).not.toContain(SECRET);
    expect(found.html + found.text).not.toMatch(/Asked for a demo|over the line/);
    expect(found.attributes).toEqual(['data-truce', 'style']);
    // A custom element could be defined by the page, and would be handed our root.
    expect(found.name).toBe('div');
  });

  it('hears no message, sees no address of the extension, has no way to call it', async () => {
    const found = await page.evaluate(async (extension) => {
      const runtime = (window as { chrome?: { runtime?: unknown } }).chrome?.runtime ?? null;
      return {
        heard: (window as unknown as { heard: string[] }).heard,
        resources: performance
          .getEntriesByType('resource')
          .filter((entry) => entry.name.startsWith(extension)).length,
        runtime,
      };
    }, EXTENSION);
    expect(found).toEqual({ heard: [], resources: 0, runtime: null });
  });

  it('that frames the sidebar itself and forges the handshake gets a frame that waits', async () => {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'stolen';
      frame.src = src;
      frame.addEventListener('load', () => {
        for (let n = 0; n < 5; n++) {
          const { port1, port2 } = new MessageChannel();
          const record = { crm: 'atomic', org: location.host, kind: 'contact', id: '1' };
          port1.onmessage = ({ data }) =>
            (window as unknown as { heard: unknown[] }).heard.push(JSON.stringify(data));
          frame.contentWindow?.postMessage({ truce: 'port', nonce: crypto.randomUUID() }, '*', [
            port2,
          ]);
          port1.postMessage({
            kind: 'seen',
            seen: { record, crmName: 'X', facts: {}, settled: true },
          });
        }
      });
      document.body.append(frame);
    }, `${EXTENSION}/sidebar.html`);
    const handle = await page.waitForSelector('#stolen');
    const stolen = await handle?.contentFrame();
    await stolen?.waitForSelector('#root > *');
    // Long enough for five refused claims; the genuine frame keeps living beside it meanwhile.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    const text = (await stolen?.evaluate(() => document.body.innerText)) ?? '';
    expect(text).not.toMatch(new RegExp(`${nameOf(scene.hot)}|${SECRET}|over the line`));
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual(
      [],
    );
    await page.evaluate(() => document.querySelector('#stolen')?.remove());
    await untilText(await sidebarOf(page), new RegExp(SECRET));
  });

  it('cannot press a button of ours or move the panel with made-up events', async () => {
    const before = await page.evaluate(() => {
      const host = document.querySelector('[data-truce]');
      for (const type of ['click', 'pointerdown', 'keydown']) {
        host?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
      return document.elementFromPoint(innerWidth - 100, 300)?.hasAttribute('data-truce');
    });
    expect(before).toBe(true);
  });

  it('that removes our element gets it back a few times, then is left alone', async () => {
    const removed = await page.evaluate(async () => {
      let count = 0;
      for (let n = 0; n < 12; n++) {
        const host = document.querySelector('[data-truce]');
        if (host) count++;
        host?.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return count;
    });
    expect(removed).toBe(6);
    await page.reload();
    await untilText(await sidebarOf(page), new RegExp(SECRET));
  });
});

describe('another site', () => {
  it('cannot frame the sidebar at all', async () => {
    const elsewhere = await serveStillPage({});
    const foreign = await chromium.browser.newPage();
    await foreign.goto(`http://127.0.0.1:${elsewhere.port}/`);
    const loaded = await foreign.evaluate(async (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const answer = await fetch(src).then(
        () => 'readable',
        () => 'refused',
      );
      return { length: window.length, answer };
    }, `${EXTENSION}/sidebar.html`);
    expect(loaded.answer).toBe('refused');
    const urls = foreign.frames().map((frame) => frame.url());
    expect(urls).not.toContain(`${EXTENSION}/sidebar.html`);
    await foreign.close();
    await elsewhere.close();
  });
});

describe('a page that lies', () => {
  it('with script in a name and a forged id reaches neither screen nor store unescaped', async () => {
    const liar = await serveStillPage({}, (html) =>
      html.replaceAll(
        'Cameron Gutmann',
        '&lt;img src=x onerror="document.title=\'owned\'"&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
      ),
    );
    await onOptions(chromium.browser, (options) => addSiteOn(options, liar.origin, 'atomic'));
    const tab = await chromium.browser.newPage();
    await tab.goto(`${liar.origin}/#/contacts/2/show`);
    const sidebar = await sidebarOf(tab);
    await untilText(sidebar, /No lead known here/i);
    const drawn = await sidebar.evaluate(() => ({
      images: document.querySelectorAll('img, script:not([type=module])').length,
      value: document.querySelector<HTMLInputElement>('input[name=name]')?.value,
    }));
    expect(drawn.images).toBe(0);
    expect(drawn.value).toContain('<img src=x');
    await tab.close();
    const forged = await chromium.browser.newPage();
    await forged.goto(`${liar.origin}/#/contacts/2'%20or%201=1--/show`);
    // An address that names no record gets nothing of ours. The next one does, in the same page: so the scout was there.
    expect(forged.frames().some((frame) => frame.url().startsWith(EXTENSION))).toBe(false);
    expect(await forged.$('[data-truce]')).toBe(null);
    await forged.evaluate(() => {
      location.hash = '#/contacts/2/show';
    });
    await forged.waitForSelector('[data-truce]');
    await forged.close();
    await liar.close();
  });
});
