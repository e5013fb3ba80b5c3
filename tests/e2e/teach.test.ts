import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  EXTENSION,
  goneFrom,
  onOptions,
  startChromium,
  untilSidebarSays,
  untilText,
  visit,
} from './support/chromium.ts';
import { CARDS, type Card, type Kartei, serveKartei } from './support/kartei.ts';
import { connectOn } from './support/options.ts';
import { startTestStore, type TestStore } from './support/store.ts';
import { openWorkspace, type Workspace } from './support/workspace.ts';

/** A CRM that nobody has heard of, taught through the interface only, from the toolbar to the first verdict's place. */
let kartei: Kartei;
let chromium: Chromium;
let store: TestStore;
let workspace: Workspace;
let tab: Page;
const [jutta, soenke, ilse, oke] = CARDS as [Card, Card, Card, Card];

beforeAll(async () => {
  [kartei, store, chromium] = await Promise.all([serveKartei(), startTestStore(), startChromium()]);
  workspace = await openWorkspace(store.url);
  await workspace.send(ilse.email ?? '', { firstName: 'Ilse', lastName: 'Bruns' }, [
    { name: 'Demo Requested', properties: { name: 'Website' }, daysAgo: 2 },
  ]);
  await onOptions(chromium.browser, async (options) =>
    connectOn(options, store.url, await workspace.invite('Jane', 'rep')),
  );
  tab = await chromium.browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  await visit(tab, kartei.pageOf(jutta));
  await tab.bringToFront();
});
afterAll(() => Promise.all([chromium?.close(), kartei?.close(), store?.remove()]));

const lessonOf = () => tab.waitForFrame((frame) => frame.url().includes('/teach.html'));

/** Presses the button in the panel, then clicks what stands at this place of the page. */
async function pointAt(frame: Frame, target: string, selector: string): Promise<void> {
  await frame.locator(`[data-action=point-${target}]`).click();
  await frame.waitForSelector(`[data-action=stop-${target}]`);
  await tab.click(selector);
  await frame.waitForSelector(`[data-action=point-${target}]`);
}

const next = (frame: Frame) => frame.locator('[data-action=next]:not([aria-disabled])').click();

async function beginFromToolbar(): Promise<void> {
  const [extension] = (await chromium.browser.extensions()).values();
  const opened = chromium.browser.waitForTarget((target) =>
    target.url().startsWith(`${EXTENSION}/popup.html`),
  );
  await extension?.triggerAction(tab);
  const popup = await (await opened).asPage();
  await popup.waitForSelector('[data-action=teach-here]', { polling: 100 } as never);
  await popup.focus('[data-action=teach-here]');
  // The popup closes itself once the lesson has begun; whatever took the focus from it before would close it too early.
  const closed = goneFrom(chromium.browser, `${EXTENSION}/popup.html`);
  // It may be gone while the key is still on its way up.
  await popup.keyboard.press('Enter').catch(() => undefined);
  await closed;
  await tab.bringToFront();
}

describe('a CRM that no recipe knows', () => {
  it('is taught by pointing, and works', async () => {
    await beginFromToolbar();
    let frame = await lessonOf();
    await untilText(frame, /K-00042/);

    await pointAt(frame, 'email', 'table.xk20 tr:nth-child(1) td');
    await untilText(frame, /There is no email address/);
    await pointAt(frame, 'name', 'font b');
    await pointAt(frame, 'email', 'tt');
    await pointAt(frame, 'company', 'table.xk20 a');
    await untilText(
      frame,
      /Jutta Wiegand[\s\S]*jutta\.wiegand@torfmoor\.example[\s\S]*Torfmoor AG/,
    );
    await next(frame);
    await untilText(frame, /still the first person/);

    // A page of its own each: the lesson goes on where it was.
    await visit(tab, kartei.pageOf(soenke));
    await tab.bringToFront();
    frame = await lessonOf();
    await untilText(frame, /Sönke Harms[\s\S]*harms@windpark-nord\.example[\s\S]*Windpark Nord/);
    await next(frame);

    await visit(tab, kartei.list);
    await tab.bringToFront();
    frame = await lessonOf();
    await pointAt(frame, 'row', 'tr:nth-child(2) td:nth-child(3)');
    await untilText(frame, /4 rows[\s\S]*Jutta Wiegand/);
    await next(frame);
    // Whatever opened meanwhile (the options, after installing) must not stand in front: what is behind is not painted.
    await tab.bringToFront();
    // As a person does it: emptied behind React's back, the field has its old name again as soon as anything is drawn anew.
    await frame.focus('input[name=crm-name]');
    await tab.keyboard.down('Control');
    await tab.keyboard.press('a');
    await tab.keyboard.up('Control');
    await tab.keyboard.type('Kartei');
    await tab.keyboard.press('Enter');
    await untilText(frame, /Truce can read Kartei now/);
    await frame.locator('[data-action=finish]').click();
    await tab.waitForFunction(() => document.querySelector('[data-truce]') !== null);

    await visit(tab, kartei.pageOf(ilse));
    await untilSidebarSays(tab, /Ilse Bruns[\s\S]*Website/);
  });

  it('is nobody’s page without a person’s address, however many others’ stand on it', async () => {
    await visit(tab, kartei.pageOf(oke));
    const sidebar = await untilSidebarSays(tab, /No lead known here[\s\S]*Oke Petersen/);
    expect(await sidebar.evaluate(() => document.body.innerText)).not.toMatch(
      /anderswo|unserefirma/,
    );
  });
});
