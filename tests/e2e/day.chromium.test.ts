import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  EXTENSION,
  press,
  sidebarOf,
  untilText,
  visit,
} from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';

/** The rep's day from the toolbar: popup, number, keys and pause, on the built extension, the real store and the real CRM. */
let scene: Scene;
let rep: Chromium;
let popup: Page;

/** Two processors are shared with two browsers and a store. */
const SOON = { timeout: 20_000 };

beforeAll(async () => {
  scene = await openScene();
  rep = await startAs(scene, 'Kim Okafor', 'rep');
  // The store knows where the CRM shows somebody from the first visit on.
  for (const person of [scene.hot, scene.cool]) {
    const page = await rep.browser.newPage();
    await page.goto(scene.pageOf(person));
    await untilText(await sidebarOf(page), new RegExp(nameOf(person)));
    await page.close();
  }
  popup = await rep.browser.newPage();
  await popup.goto(`${EXTENSION}/popup.html`);
  // What it shows first is kept from before these visits.
  await popup.evaluate(() =>
    chrome.runtime.sendMessage({ to: 'background', name: 'mine.get', body: {} }),
  );
  await popup.reload();
  // Here it is a tab, which is to stay.
  await popup.evaluate(() => {
    window.close = () => undefined;
  });
});
afterAll(() => Promise.all([rep?.close(), scene?.close()]));

const HOT = '[data-part="hot"] [data-lead]';

const inCrm = async () =>
  (await rep.browser.pages()).filter((page) => page.url().startsWith(scene.crm.origin));

/** Presses it by keyboard. */
async function enter(selector: string) {
  await popup.bringToFront();
  await popup.focus(selector);
  await popup.keyboard.press('Enter');
}

const badge = () => popup.evaluate(() => chrome.action.getBadgeText({}));

/** A browser without a window of its own hears no keys, so they are said to the worker as the browser says them. */
async function key(page: Page, command: 'accept' | 'recycle' | 'next' | 'toggle') {
  await page.bringToFront();
  const target = await rep.browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(EXTENSION),
  );
  const worker = await target.worker();
  await worker?.evaluate((name) => {
    const event = chrome.commands.onCommand as unknown as { dispatch(name: string): void };
    event.dispatch(name);
  }, command);
}

/** Whether the sidebar is open in the CRM's tab. */
const isOpen = () =>
  popup.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    const id = tabs.find(({ url }) => url?.startsWith(origin))?.id ?? -1;
    return (await chrome.tabs.sendMessage(id, { to: 'scout', name: 'panel.state' })).open;
  }, scene.crm.origin);

async function crmPage(): Promise<Page> {
  const [page] = await inCrm();
  if (!page) throw new Error('No page of the CRM is open.');
  return page;
}

const verdictsOn = async (person: Person) => {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  return (await scene.workspace.card(leadId)).feedback.filter(({ kind }) => kind === 'verdict');
};

describe('the popup', () => {
  it('has the hot list of the store, with its rule in words, and the button counts who waits', async () => {
    await popup.waitForSelector(HOT);
    await untilText(popup, new RegExp(`Ranked by points[^]*${nameOf(scene.hot)}[^]*late by `));
    await untilText(popup, /counts what needs you: 1 waiting on you/);
    await expect.poll(badge, SOON).toBe('1');
  });

  it('opens the lead’s page in the CRM, and the second time goes to the tab that has it', async () => {
    await enter(HOT);
    await expect
      .poll(() => rep.browser.targets().map((target) => target.url()), SOON)
      .toContain(scene.pageOf(scene.hot));
    await expect.poll(() => isOpen().catch(() => false), SOON).toBe(true);
    const page = await crmPage();
    // Whoever drives this browser can lose a frame that comes up while its page is only being taken hold of: once more before its eyes.
    await visit(page, 'about:blank');
    await visit(page, scene.pageOf(scene.hot));
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
    await enter(HOT);
    await expect.poll(() => page.evaluate(() => document.visibilityState), SOON).toBe('visible');
    expect(await inCrm()).toHaveLength(1);
  });
});

describe('a key of the browser', () => {
  it('opens the form for recycling with the keyboard in it, from wherever one is', async () => {
    const page = await crmPage();
    const sidebar = await sidebarOf(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('a')?.focus());
    await key(page, 'recycle');
    await sidebar.waitForFunction(
      () => document.hasFocus() && document.activeElement?.matches('input'),
      { polling: 200 },
    );
    await page.keyboard.press('Escape');
  });

  it('accepts, which can be taken back', async () => {
    const page = await crmPage();
    const sidebar = await sidebarOf(page);
    await key(page, 'accept');
    // Ten seconds are there for it, so nothing else is looked at on the way.
    await press(sidebar, 'Undo');
    await untilText(sidebar, /Accept/);
    await expect.poll(badge, SOON).toBe('1');
    expect(await verdictsOn(scene.hot)).toEqual([]);
  });

  it('closes the sidebar and opens it again', async () => {
    const page = await crmPage();
    await key(page, 'toggle');
    await expect.poll(isOpen, SOON).toBe(false);
    await key(page, 'toggle');
    await expect.poll(isOpen, SOON).toBe(true);
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
  });

  it('goes to the next of the hot list in the tab in front', async () => {
    const page = await crmPage();
    await page.goto(scene.pageOf(scene.cool));
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.cool)));
    await key(page, 'next');
    await expect.poll(() => page.url(), SOON).toBe(scene.pageOf(scene.hot));
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
    expect(await inCrm()).toHaveLength(1);
  });
});

describe('the outbox in the popup', () => {
  it('tries again what was held back, where it stands, and it arrives', async () => {
    const page = await crmPage();
    await key(page, 'toggle');
    await expect.poll(isOpen, SOON).toBe(false);
    // It opens: what was said has to be seen.
    await key(page, 'accept');
    await expect.poll(isOpen, SOON).toBe(true);
    await popup.waitForFunction(async () => (await chrome.action.getBadgeText({})) === '', {
      polling: 200,
    });
    // As somebody else's who used this browser before: what was said as them is not sent as oneself unasked.
    await popup.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('truce-outbox');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const write = opening.result.transaction('entries', 'readwrite');
            const cursor = write.objectStore('entries').openCursor();
            cursor.onsuccess = () => {
              const at = cursor.result;
              if (!at) return;
              if (String(at.key).startsWith('entry:')) at.update({ ...at.value, memberId: 'else' });
              at.continue();
            };
            write.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await popup.evaluate(() =>
      chrome.storage.local.set({ 'changed:outbox': String(Math.random()) }),
    );
    await popup.waitForSelector('[data-part="unsent"] [data-state="attention"]');
    await untilText(popup, /1 waiting on you and 1 held back/);
    expect(await verdictsOn(scene.hot)).toEqual([]);
    await enter('[data-part="unsent"] [data-action="retry"]');
    await popup.waitForFunction(() => !document.querySelector('[data-part="unsent"]'), {
      polling: 200,
    });
    await expect
      .poll(() => verdictsOn(scene.hot), SOON)
      .toMatchObject([{ verdict: 'accepted', by: 'Kim Okafor' }]);
    await untilText(popup, /Nobody over the line is unanswered/);
    await expect.poll(badge, SOON).toBe('');
  });
});

describe('the pause', () => {
  it('takes everything off open pages, says so on the button, and one press brings it back', async () => {
    const page = await crmPage();
    await enter('[data-action="switch"]');
    await page.waitForFunction(() => !document.querySelector('[data-truce]'), { polling: 200 });
    await expect.poll(badge, SOON).toBe('off');
    await page.reload();
    await page.waitForFunction(() => document.readyState === 'complete', { polling: 200 });
    expect(await page.$('[data-truce]')).toBe(null);
    await popup.waitForSelector('[data-paused]');
    await enter('[data-action="resume"]');
    await page.bringToFront();
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
    await expect.poll(badge, SOON).toBe('');
  });

  it('keeps the last list with its time while the store is silent', async () => {
    await scene.store.kill();
    await popup.reload();
    await untilText(popup, /The store does not answer. This is your list of \d/);
  });
});
