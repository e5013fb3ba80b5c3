import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrmServer, serveCrm } from '../../demo/crm-server.ts';
import type { PageFacts } from '../../lib/contract/record.ts';
import { isLong, today } from '../length.ts';
import { type Chromium, onOptions, startChromium } from './support/chromium.ts';
import { hurry } from './support/hurry.ts';
import { addSiteOn } from './support/options.ts';
import { nameOf, type Person } from './support/scene.ts';
import { STEPS } from './support/walk.ts';
import { type Watch, watchPanel } from './support/watching.ts';

/** Every person of the first list, and two hundred hurried steps, in the Atomic CRM that npm has. */
const CRM = join(import.meta.dirname, '../../demo/crm/dist');
/** Rows of the first list page. */
const FIRST = 25;

type Listed = Person & { companyId: string };
let people: Map<string, Listed>;
let companies: Map<string, string>;
let crm: CrmServer;
let chromium: Chromium;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  const known: Listed[] = JSON.parse(await readFile(join(CRM, 'people.json'), 'utf8'));
  people = new Map(known.map((person) => [person.id, person]));
  companies = new Map(known.map(({ companyId, company }) => [companyId, company]));
  [crm, chromium] = await Promise.all([serveCrm({ port: 0, dir: CRM }), startChromium()]);
  await onOptions(chromium.browser, (options) => addSiteOn(options, crm.origin, 'atomic'));
  page = await openList(chromium);
  watch = await watchPanel(chromium, page);
});
afterAll(() => Promise.all([chromium?.close(), crm?.close()]));

async function openList({ browser }: Chromium): Promise<Page> {
  const opened = await browser.newPage();
  await startFromList(opened);
  return opened;
}

/** Loaded anew, wherever a test before broke off. */
async function startFromList(tab: Page): Promise<void> {
  await tab.goto('about:blank');
  await tab.goto(`${crm.origin}/#/contacts`);
  await tab.waitForSelector(PERSON, { timeout: 60_000 });
}

const PERSON = 'main a[href^="#/contacts/"][href$="/show"]';
const idIn = (href: string) => /#\/contacts\/(\d+)\/show/.exec(href)?.[1] ?? '';

function factsOf(person: Listed): PageFacts {
  const { email, company, title } = person;
  return { name: nameOf(person), email, company, title };
}

describe('the first page of contacts', () => {
  it('gives everyone on it with name, email, company and title, opened from the list', async () => {
    await startFromList(page);
    const ids = (
      await page.$$eval(PERSON, (links) => links.map((link) => link.getAttribute('href') ?? ''))
    ).map(idIn);
    expect(new Set(ids).size).toBe(FIRST);
    for (const id of ids) {
      await page.locator(`main a[href="#/contacts/${id}/show"]`).click();
      const person = people.get(id);
      await watch.untilShown(id, person && factsOf(person));
      await page.goBack();
    }
  }, 180_000);
});

// In short runs this walk and the one in Tryton take turns by days.
describe.skipIf(!isLong && today % 2 === 0)(`${STEPS} hurried steps`, () => {
  it('show nobody on the page of another, in one frame, and cost the page nothing', async () => {
    await hurry({
      crm: 'Atomic CRM',
      ...{ page, watch, stepOn, recordOf, isTheirs },
      open: openList,
      start: () => startFromList(page),
    });

    const [last] = people.values();
    await type(page, `#/contacts/${last?.id}/show`);
    await watch.untilShown(last?.id ?? '', last && factsOf(last));
  }, 240_000);
});

/** One of: a row, a company, an address typed, back, forward, the menu. */
function stepOn(tab: Page) {
  const first = [...people.keys()].slice(0, FIRST);
  const visited = [...companies.keys()].slice(0, FIRST);
  return async (random: () => number, resting: boolean) => {
    const way = random();
    const pick = (ids: string[]) => ids[Math.floor(random() * ids.length)];
    const person = `#/contacts/${pick(first)}/show`;
    const company = `#/companies/${pick(visited)}/show`;
    if (resting) return type(tab, person);
    if (way < 0.25) return (await press(tab, `main a[href="${person}"]`)) || type(tab, person);
    if (way < 0.35)
      return (
        (await press(tab, 'main a[href^="#/companies/"]')) || press(tab, 'a[href="#/contacts"]')
      );
    if (way < 0.6) return type(tab, person);
    if (way < 0.65) return type(tab, company);
    if (way < 0.8) return tab.evaluate(goBack);
    if (way < 0.9) return tab.evaluate(goForward);
    return press(tab, 'a[href="#/contacts"]');
  };
}

/** Within the CRM only: further back is the empty page the tab began with. */
function goBack(): void {
  if (window.navigation.canGoBack) history.back();
}

function goForward(): void {
  if (window.navigation.canGoForward) history.forward();
}

/** At once, or not at all: waiting would be no hurry. */
const press = (tab: Page, selector: string) =>
  tab.evaluate((at) => {
    const link = document.querySelector<HTMLElement>(at);
    link?.click();
    return link !== null;
  }, selector);

const type = (tab: Page, hash: string) =>
  tab.evaluate((next) => {
    location.hash = next;
  }, hash);

function recordOf(href: string): string | null {
  const [, kind, id] = /#\/(contacts|companies)\/(\d+)\/show/.exec(href) ?? [];
  return kind ? `${kind === 'contacts' ? 'contact' : 'account'} ${id}` : null;
}

/** What is not there yet may be missing; what is there is this record's. */
function isTheirs(record: string, facts: PageFacts): boolean {
  const [kind, id = ''] = record.split(' ');
  const person = people.get(id);
  const own = kind === 'account' ? { company: companies.get(id) } : person && factsOf(person);
  return (
    own !== undefined &&
    Object.entries(facts).every(([fact, value]) => own[fact as 'company'] === value)
  );
}
