/** What a person does in Tryton's web client: log in, open someone by address, from the list, by the arrow. */
import type { Page } from 'puppeteer-core';
import type { Tryton } from './tryton.ts';
import type { TrytonParty } from './tryton-template.ts';

/** Tabs that were left stay in the page, with everything that was in them. */
const ACTIVE = '#tabcontent > .tab-pane.active';
/** The first load brings 2 MB of scripts and every view's definition. */
const PATIENT = { timeout: 30_000 };

/** Logs in as the administrator; the page then shows the menu and no tab. */
export async function logIn(page: Page, tryton: Tryton): Promise<void> {
  // With a tab open Tryton asks before it lets a page be left, and nobody is there to answer.
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') void dialog.accept();
  });
  await page.goto(`${tryton.origin}/#${tryton.database}`);
  // What is entered before Tryton has asked for its databases is passed over in silence.
  await page.waitForFunction(
    () => [...document.querySelectorAll<HTMLInputElement>('#database')].some(({ value }) => value),
    PATIENT,
  );
  await fill(page, '#login', tryton.user);
  await fill(page, '#ask-dialog-entry', tryton.password);
  await page.waitForSelector('#menu tbody tr', PATIENT);
  await page.waitForFunction(() => !document.querySelector('.modal.in'), PATIENT);
}

/** Opens a party by its address, in a tab of its own, and waits until it is on the page. */
export async function openParty(page: Page, tryton: Tryton, party: TrytonParty): Promise<void> {
  await openAddress(page, tryton, `party.party/${party.id}`);
  await untilParty(page, party);
}

/** Opens the list of parties and waits for its rows. */
export async function openPartyList(page: Page, tryton: Tryton): Promise<void> {
  await openAddress(page, tryton, 'party.party');
  await page.waitForSelector(`${ACTIVE} .column-char[title="${tryton.parties[0]?.code}"]`, PATIENT);
}

/** @returns the codes of all rows of the list in front, in its order; the rows are all drawn then */
export async function codesInList(page: Page, tryton: Tryton): Promise<string[]> {
  const codes = `${ACTIVE} .tree > tbody > tr > td:nth-child(2) [title]`;
  await page.waitForFunction(
    (active: string, cells: string, count: number) => {
      document.querySelector(`${active} .treeview`)?.scrollBy(0, 200);
      return document.querySelectorAll(cells).length >= count;
    },
    PATIENT,
    ACTIVE,
    codes,
    tryton.parties.length,
  );
  return page.$$eval(codes, (cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
}

/** Opens a party by double-clicking its row in the list on the page (one click selects); they share the tab. */
export async function openPartyInList(page: Page, party: TrytonParty): Promise<void> {
  // The first column is for selecting, then code, then name.
  const name = `${ACTIVE} .tree > tbody > tr:has(> td:nth-child(2) [title="${party.code}"]) > td:nth-child(3) .column-char`;
  await page.waitForFunction(
    (active: string, row: string) => {
      if (document.querySelector(row)) return true;
      // Rows are drawn as the list is scrolled.
      document.querySelector(`${active} .treeview`)?.scrollBy(0, 200);
      return false;
    },
    PATIENT,
    ACTIVE,
    name,
  );
  await page.click(name, { count: 2 });
  await untilParty(page, party);
}

/** Goes to the next party of the list with the toolbar's arrow, and waits until it is on the page. */
export async function nextParty(page: Page, expected: TrytonParty): Promise<void> {
  await page.click(`${ACTIVE} .btn-toolbar button#next`);
  await untilParty(page, expected);
}

/** @param path what follows `model/`: `sale.opportunity/1` */
export async function openAddress(page: Page, tryton: Tryton, path: string): Promise<void> {
  await page.evaluate((hash: string) => {
    location.hash = hash;
  }, `#${tryton.database}/model/${path}`);
}

/**
 * By the code, since two parties share a name. Waits for the last thing to be drawn, too: how to reach them. In a hurry
 * Tryton sometimes believes that its own record has been modified and asks whether to save it; nobody here has changed one.
 */
async function untilParty(page: Page, party: TrytonParty): Promise<void> {
  const reachable = party.email ?? party.phone;
  await page.waitForFunction(
    (active: string, code: string, value: string | null) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.modal-footer button')];
      buttons.find((button) => button.checkVisibility() && button.innerText === 'No')?.click();
      const shown = document.querySelector<HTMLInputElement>(`${active} input[name="code"]`);
      const values = [...document.querySelectorAll(`${active} .form-one2many .column-char`)];
      return (
        shown?.value === code &&
        (value === null || values.some((cell) => cell.textContent === value))
      );
    },
    PATIENT,
    ACTIVE,
    party.code,
    reachable,
  );
}

async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector, { visible: true, ...PATIENT });
  await field?.type(text);
  await field?.press('Enter');
}
