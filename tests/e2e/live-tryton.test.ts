import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFacts } from '../../lib/contract/record.ts';
import { isLong, today } from '../length.ts';
import { type Chromium, onOptions, startChromium } from './support/chromium.ts';
import { hurry } from './support/hurry.ts';
import { addSiteOn } from './support/options.ts';
import { startTryton, type Tryton } from './support/tryton.ts';
import {
  codesInList,
  logIn,
  nextInList,
  nextParty,
  openAddress,
  openParty,
  openPartyInList,
  openPartyList,
  startFromPartyList,
} from './support/tryton-pages.ts';
import type { TrytonParty } from './support/tryton-template.ts';
import { STEPS } from './support/walk.ts';
import { type Watch, watchPanel } from './support/watching.ts';

/** Every party, every lead, and many hurried steps, in the Tryton that Debian has. */
let tryton: Tryton;
let chromium: Chromium;
let page: Page;
let watch: Watch;

const without = process.env.TRUCE_TRYTON === 'no';
if (without) console.log('Tryton cannot be had here, so its live tests are skipped.');

describe.skipIf(without)('Tryton', () => {
  beforeAll(async () => {
    [tryton, chromium] = await Promise.all([startTryton(), startChromium()]);
    await onOptions(chromium.browser, (options) => addSiteOn(options, tryton.origin, 'tryton'));
    page = await openTryton(chromium);
    watch = await watchPanel(chromium, page);
  }, 240_000);
  afterAll(() => Promise.all([chromium?.close(), tryton?.stop()]));

  it('gives every party with name, email, company and phone, opened by the arrow', async () => {
    await startFromPartyList(page, tryton);
    // In the list's own order, which is not the order they were made in.
    const codes = await codesInList(page, tryton);
    const listed = codes.map((code) => tryton.parties.find((party) => party.code === code));
    expect(listed.filter((party) => party !== undefined)).toHaveLength(tryton.parties.length);
    const [first, ...others] = listed;
    if (!first) throw new Error('The first row is nobody we know.');
    await openPartyInList(page, first);
    await untilShown(first);
    for (const [index, party] of others.entries()) {
      if (party) {
        await nextParty(page, party);
        await untilShown(party);
      } else {
        // The company whose CRM this is.
        await nextInList(page, codes[index + 1] ?? '');
      }
    }
  }, 240_000);

  it('tells two people of one name apart, each in a tab of their own', async () => {
    const twins = tryton.parties.filter(
      ({ name }, at, all) =>
        all.findIndex((other) => other.name === name) !== at ||
        all.findLastIndex((other) => other.name === name) !== at,
    );
    expect(twins).toHaveLength(2);
    await startFromPartyList(page, tryton);
    for (const twin of [...twins, ...twins]) {
      await openParty(page, tryton, twin);
      await untilShown(twin);
    }
  });

  it('gives the contact of every lead', async () => {
    await startFromPartyList(page, tryton);
    for (const { id, partyId } of tryton.leads) {
      await openAddress(page, tryton, `sale.opportunity/${id}`);
      const { name, email } = partyOf(partyId);
      // The first two name an address as their contact; the page of the others says no more than who it is.
      await watch.untilShown(String(id), { name, ...(email && id <= 2 && { email }) });
    }
  });

  // In short runs this walk and the one in Atomic CRM take turns by days.
  it.skipIf(!isLong && today % 2 === 1)(
    `shows nobody on the page of another over ${STEPS} hurried steps, and costs it nothing`,
    async () => {
      await hurry({
        crm: 'Tryton',
        ...{ page, watch, stepOn, recordOf, isTheirs },
        open: openTryton,
        // Without the tabs of the tests before; the session is kept.
        start: () => startFromPartyList(page, tryton),
      });

      const last = partyOf(14);
      await openParty(page, tryton, last);
      await untilShown(last);
    },
    300_000,
  );
});

/** Logged in, with the list of parties in front. */
async function openTryton({ browser }: Chromium): Promise<Page> {
  const opened = await browser.newPage();
  await logIn(opened, tryton);
  await openPartyList(opened, tryton);
  return opened;
}

const untilShown = (party: TrytonParty) => watch.untilShown(String(party.id), factsOf(party));

function factsOf({ name, email, phone, company }: TrytonParty): PageFacts {
  return { name, ...(email && { email }), ...(phone && { phone }), ...(company && { company }) };
}

function partyOf(id: number): TrytonParty {
  const party = tryton.parties.find((each) => each.id === id);
  if (!party) throw new Error(`No party ${id}.`);
  return party;
}

/** One of: the arrows, a row of the list, the list itself, an address typed, back, forward, a tab closed. */
function stepOn(tab: Page) {
  return async (random: () => number, resting: boolean) => {
    const way = random();
    const party = tryton.parties[Math.floor(random() * tryton.parties.length)];
    const typed = () => openAddress(tab, tryton, `party.party/${party?.id}`);
    if (resting) return typed();
    if ((await tab.$$('#tablist > li')).length > 6)
      return press(tab, '#tablist > li.active button.close');
    if (way < 0.3) return (await press(tab, `${ACTIVE} button#next`)) || typed();
    if (way < 0.4) return (await press(tab, `${ACTIVE} button#previous`)) || typed();
    if (way < 0.6) return openRow(tab, party?.code ?? '');
    if (way < 0.7) return press(tab, `${ACTIVE} button#switch_`);
    if (way < 0.8) return typed();
    return tab.evaluate((back) => (back ? history.back() : history.forward()), way < 0.93);
  };
}

const ACTIVE = '#tabcontent > .tab-pane.active';

/** At once, or not at all: waiting would be no hurry. */
const press = (tab: Page, selector: string) =>
  tab.evaluate((at) => {
    const button = document.querySelector<HTMLElement>(at);
    button?.click();
    return button !== null;
  }, selector);

/** Double-clicks this party's row where the list is on the page; else goes back to the list. */
const openRow = (tab: Page, code: string) =>
  tab.evaluate(
    (active, own) => {
      const rows = [...document.querySelectorAll(`${active} .tree > tbody > tr`)];
      const row = rows.find((each) => each.querySelector(`td:nth-child(2) [title="${own}"]`));
      const cell = row?.querySelector<HTMLElement>('td:nth-child(3)');
      if (!cell) return document.querySelector<HTMLElement>(`${active} #switch_`)?.click();
      cell.click();
      cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    },
    ACTIVE,
    code,
  );

function recordOf(href: string): string | null {
  const [, model, id] = /\/model\/(party\.party|sale\.opportunity)\/(\d+)/.exec(href) ?? [];
  return model ? `${model === 'party.party' ? 'contact' : 'lead'} ${id}` : null;
}

/** What is not there yet may be missing; what is there is this record's. */
function isTheirs(record: string, facts: PageFacts): boolean {
  const lead = tryton.leads.find(({ id }) => record === `lead ${id}`);
  const own = tryton.parties.find(({ id }) => id === lead?.partyId || record === `contact ${id}`);
  const known = own && factsOf(own);
  return Object.entries(facts).every(([fact, value]) => known?.[fact as 'name'] === value);
}
