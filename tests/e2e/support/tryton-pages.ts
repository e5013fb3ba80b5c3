/** What a person does in Tryton's web client: log in, open someone by address, from the list, by the arrow. */
import type { Page } from 'puppeteer-core';
import type { Tryton } from './tryton.ts';
import type { TrytonParty } from './tryton-template.ts';

/** Tabs that were left stay in the page, with everything that was in them. */
const ACTIVE = '#tabcontent > .tab-pane.active';
const NEXT = '.btn-toolbar button#next';
/** The first load brings 2 MB of scripts and every view's definition. */
const PATIENT = { timeout: 30_000 };

/** What stands on the page, for whoever waited in vain. */
interface Standing {
  address: string;
  /** Of the party in front; null where none is. */
  code: string | null;
  /** How many of the party's ways to be reached are drawn, and how many rows of a list. */
  ways: string[];
  rows: number;
  /** What a dialog in front says. */
  asks: string | null;
  /** While Tryton still does what a button of the toolbar asked for, it passes over a press of it in silence. */
  isBusy: boolean;
}

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

/** From wherever the page is, also after a test that broke off: no dialog, no tab but the list of parties. */
export async function startFromPartyList(page: Page, tryton: Tryton): Promise<void> {
  // By way of an empty page, since an address that differs in its hash alone would load nothing anew.
  await page.goto('about:blank');
  await page.goto(`${tryton.origin}/#${tryton.database}`);
  await page.waitForSelector('#menu tbody tr', PATIENT);
  await openPartyList(page, tryton);
}

/** Opens a party by its address, in a tab of its own, and waits until it is on the page. */
export async function openParty(page: Page, tryton: Tryton, party: TrytonParty): Promise<void> {
  await openAddress(page, tryton, `party.party/${party.id}`);
  await untilParty(page, party);
}

/** Opens the list of parties and waits for its rows. */
export async function openPartyList(page: Page, tryton: Tryton): Promise<void> {
  await openAddress(page, tryton, 'party.party');
  const title = tryton.parties[0]?.code ?? '';
  await orSayWhatIsThere(page, `the list with ${title}`, () =>
    page.waitForSelector(`${ACTIVE} .column-char[title="${title}"]`, PATIENT),
  );
}

/** @returns the codes of all rows of the list in front, in its order; the rows are all drawn then */
export async function codesInList(page: Page, tryton: Tryton): Promise<string[]> {
  const codes = `${ACTIVE} .tree > tbody > tr > td:nth-child(2) [title]`;
  const count = tryton.parties.length;
  await orSayWhatIsThere(page, `the list's ${count} rows`, () =>
    page.waitForFunction(
      (active: string, cells: string, rows: number) => {
        document.querySelector(`${active} .treeview`)?.scrollBy(0, 200);
        return document.querySelectorAll(cells).length >= rows;
      },
      PATIENT,
      ACTIVE,
      codes,
      count,
    ),
  );
  return page.$$eval(codes, (cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
}

/** Opens a party by double-clicking its row in the list on the page (one click selects); they share the tab. */
export async function openPartyInList(page: Page, party: TrytonParty): Promise<void> {
  // The first column is for selecting, then code, then name.
  const name = `${ACTIVE} .tree > tbody > tr:has(> td:nth-child(2) [title="${party.code}"]) > td:nth-child(3) .column-char`;
  await orSayWhatIsThere(page, `the row of ${party.code}`, () =>
    page.waitForFunction(
      (active: string, row: string) => {
        if (document.querySelector(row)) return true;
        // Rows are drawn as the list is scrolled.
        document.querySelector(`${active} .treeview`)?.scrollBy(0, 200);
        return false;
      },
      PATIENT,
      ACTIVE,
      name,
    ),
  );
  await page.click(name, { count: 2 });
  await untilParty(page, party);
}

/**
 * Goes to what comes next in the list with the toolbar's arrow, and waits until that is on the page.
 *
 * A form is on the page before Tryton has done with it, and until then it passes over the arrow in silence: so it is pressed
 * when it will be heard, and again when Tryton came to rest where it was.
 */
export async function nextInList(page: Page, code: string): Promise<void> {
  await orSayWhatIsThere(page, `${code}, by the arrow`, async () => {
    const until = Date.now() + PATIENT.timeout;
    for (;;) {
      const there = await standing(page);
      if (there.code === code) return;
      if (Date.now() > until) throw new Error('It did not come.');
      if (there.asks !== null) await sayNo(page);
      else if (!there.isBusy) await page.click(`${ACTIVE} ${NEXT}`);
    }
  });
}

/** The same, for a party, with everything of theirs. */
export async function nextParty(page: Page, expected: TrytonParty): Promise<void> {
  await nextInList(page, expected.code);
  await untilParty(page, expected);
}

/** @param path what follows `model/`: `sale.opportunity/1` */
export async function openAddress(page: Page, tryton: Tryton, path: string): Promise<void> {
  await page.evaluate((hash: string) => {
    location.hash = hash;
  }, `#${tryton.database}/model/${path}`);
}

/** By the code, since two parties share a name. Waits for the last thing to be drawn, too: how to reach them. */
async function untilParty(page: Page, party: TrytonParty): Promise<void> {
  const reachable = party.email ?? party.phone;
  await orSayWhatIsThere(page, `${party.code} with ${reachable}`, async () => {
    const until = Date.now() + PATIENT.timeout;
    for (;;) {
      const there = await standing(page);
      const isWhole = reachable === null || there.ways.includes(reachable);
      if (there.code === party.code && isWhole) return;
      if (Date.now() > until) throw new Error('They did not come.');
      if (there.asks !== null) await sayNo(page);
    }
  });
}

/** In a hurry Tryton sometimes believes that its own record was modified and asks whether to save it; nobody here changed one. */
const sayNo = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.modal-footer button')];
    buttons.find((button) => button.checkVisibility() && button.innerText === 'No')?.click();
  });

/** Not before the page has drawn what it has. */
const standing = (page: Page): Promise<Standing> =>
  page.evaluate(
    async (active, next) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { jQuery } = window as unknown as {
        jQuery?: (at: string) => { data: (name: string) => unknown };
      };
      const texts = (at: string) =>
        [...document.querySelectorAll(`${active} ${at}`)].map((each) => each.textContent ?? '');
      return {
        address: location.href,
        code:
          document.querySelector<HTMLInputElement>(`${active} input[name="code"]`)?.value ?? null,
        ways: texts('.form-one2many .column-char'),
        rows: texts('.tree > tbody > tr').length,
        asks: document.querySelector<HTMLElement>('.modal.in')?.innerText ?? null,
        isBusy: jQuery?.(`${active} ${next}`).data('disabled') === true,
      };
    },
    ACTIVE,
    NEXT,
  );

/** A time-out alone says nothing of why. */
async function orSayWhatIsThere(
  page: Page,
  expected: string,
  wait: () => Promise<unknown>,
): Promise<void> {
  try {
    await wait();
  } catch (cause) {
    const there = await standing(page).catch(() => 'nothing that can be asked');
    throw new Error(`Waited for ${expected}; on the page: ${JSON.stringify(there)}`, { cause });
  }
}

async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector, { visible: true, ...PATIENT });
  await field?.type(text);
  await field?.press('Enter');
}
