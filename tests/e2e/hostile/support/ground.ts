/** What every attack starts from: the store with one lead, that lead's CRM page in the hands of an attacker, and a way to press for real. */
import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { SECRET } from '../../support/scene.ts';
import { type StillPage, serveStillPage } from '../../support/still-page.ts';
import { startTestStore, type TestStore } from '../../support/store.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

/** Whom the fixture's page shows. */
export const LEAD = {
  email: 'cameron.gutmann@braun.example',
  name: 'Cameron Gutmann',
  record: '2',
};
/** What only our frame says; none of it is on the page. */
export const PRIVATE = new RegExp(`${SECRET}|Asked for a demo|Planning for 2027`);

export interface Field {
  store: TestStore;
  workspace: Workspace;
  /** The lead's record. */
  crm: StillPage;
  /** A list with the lead on it. */
  list: StillPage;
  /** Any other site. */
  elsewhere: string;
  close(): Promise<void>;
}

export async function openField(): Promise<Field> {
  const [store, crm, list] = await Promise.all([
    startTestStore(),
    serveStillPage({}),
    serveStillPage({}, undefined, '2026-11-23-list.html'),
  ]);
  const workspace = await openWorkspace(store.url);
  await workspace.send(LEAD.email, { firstName: 'Cameron', lastName: 'Gutmann' }, [
    { name: 'Webinar Attended', properties: { name: 'Planning for 2027' }, daysAgo: 12 },
    { name: 'Demo Requested', properties: { name: 'Website' }, daysAgo: 3 },
    {
      name: 'page',
      properties: { title: SECRET, url: 'https://www.truce.example/pricing', path: '/pricing' },
      daysAgo: 1,
    },
  ]);
  for (const { origin } of [crm, list]) await workspace.find(origin, LEAD.email, LEAD.record);
  return {
    store,
    workspace,
    crm,
    list,
    elsewhere: `http://127.0.0.1:${list.port}/`,
    async close() {
      await Promise.all([store.remove(), crm.close(), list.close()]);
    },
  };
}

/** @returns what opens a new tab in the attacker's hands, and hands out what our scripts threw in these tabs since it was asked last */
export function opener(
  browser: Browser,
  field: Field,
  untilReady: (page: Page) => Promise<void>,
): Pick<Ground, 'open' | 'errors'> {
  const errors: string[] = [];
  return {
    errors: () => errors.splice(0),
    async open({ at = recordOf(field), before, ready = true } = {}) {
      const page = await browser.newPage();
      await page.setViewport(SIZE);
      page.on('pageerror', (error) => errors.push(String(error)));
      if (before) await page.evaluateOnNewDocument(before);
      await page.goto(at, { waitUntil: 'domcontentloaded' });
      if (ready) await untilReady(page);
      return page;
    },
  };
}

/** One browser with the built extension, connected as a rep, in front of the page. */
export interface Ground {
  browser: 'Chromium' | 'Firefox';
  field: Field;
  /** `chrome-extension://…`, as an attacker who knows the extension would write it. */
  extension: string;
  /** A new tab on the lead's record (or elsewhere), the sidebar ready; `before` runs first, before any script. */
  open(options?: { at?: string; before?: () => void; ready?: boolean }): Promise<Page>;
  /** What lies in the outbox, unsent verdicts among it. */
  outbox(): Promise<string>;
  /** Errors that scripts of ours threw in pages so far. */
  errors(): string[];
  /** Waits until the sidebar of this page says so. Where tests cannot look into frames it waits for what the page can see of it. */
  untilSaid(page: Page, pattern: RegExp): Promise<void>;
  /** Opens the sidebar as the button in the toolbar does. */
  toolbar(page: Page): Promise<void>;
  /** Waits until a verdict was given on this page. */
  untilGiven(page: Page): Promise<void>;
  /** Waits until the bar of this page says that answers are off; where tests cannot look into frames, as long as a press may take. */
  untilOff(page: Page): Promise<void>;
}

export const recordOf = ({ crm }: Field) => `${crm.origin}/#/contacts/${LEAD.record}/show`;
export const listOf = ({ list }: Field) => `${list.origin}/#/contacts`;

/** Middle of a button of the verdict bar, from the lower right corner of the window. */
const BUTTONS = { accept: [305, 30], reject: [71, 30] } as const;
export const SIZE = { width: 1280, height: 800 };

/** Presses with the mouse where the button is, whatever lies over it. */
export async function press(page: Page, button: keyof typeof BUTTONS): Promise<void> {
  const [right, bottom] = BUTTONS[button];
  await page.mouse.move(SIZE.width - right, SIZE.height - bottom - 4);
  await page.mouse.click(SIZE.width - right, SIZE.height - bottom);
}

export const away = (page: Page) => page.mouse.move(40, 40);

/** Nothing was said: not on this machine, and so not in the store. */
export async function expectNothingSaid(ground: Ground): Promise<void> {
  expect(await ground.outbox()).not.toContain('"accepted"');
}

/** @returns the outcome, when nothing private is in what an attack got hold of */
export function readsNothing(loot: unknown): string {
  expect(JSON.stringify(loot) ?? '').not.toMatch(PRIVATE);
  return 'reads nothing';
}
