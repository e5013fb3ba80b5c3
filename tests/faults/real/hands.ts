/** A rep's hands and eyes on one browser: opens a lead, presses what people press, sees what is shown as saved. */
import { type Page, ProtocolError } from 'puppeteer-core';
import * as z from 'zod/mini';
import { type VerdictKind, verdictKind } from '../../../lib/contract/words.ts';

const verdicts = z.array(verdictKind);

/** What differs between browsers. */
export interface Driver {
  name: 'chromium' | 'firefox';
  /** Opens this page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  /** As a power cut would: every process, no goodbye. Settles when it is gone. */
  kill(): Promise<void>;
  /** Starts it again with the same profile. */
  start(): Promise<void>;
  /** Nothing more can be written, or all can again. */
  setDiskFull(isFull: boolean): Promise<void>;
  /** Ends the background, as the browser does whenever it likes. `page` is one of the extension's. */
  stopWorker(page: Page): Promise<void>;
  /** The extension anew, as an update does; its pages are gone then. */
  reload(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** A driver that loses its page so often has lost the browser. */
const TRIES = 3;
const GLANCE_MS = 400;

/** As the rep was told. */
export type Told = 'saved' | 'not saved';

interface Prepared {
  page: Page;
  verdict: VerdictKind;
  key: string;
  press(): Promise<void>;
}

interface Kept {
  id: string;
  note: string;
  state: string;
  message: string | null;
}

export class Hands {
  readonly driver: Driver;
  #lead: Page | null = null;
  #options: Page | null = null;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** The options, in a tab that stays. */
  async options(): Promise<Page> {
    this.#options ??= await this.driver.openPage('options.html');
    return this.#options;
  }

  /** What was open went with the browser, or with the extension. */
  forgetPages(): void {
    this.#lead = null;
    this.#options = null;
  }

  /** Opens this lead's page anew, and waits until something may be said. */
  async open(leadId: string): Promise<Page> {
    const path = `panel.html?lead=${leadId}`;
    if (this.#lead) await this.#lead.evaluate(goTo, path).catch(() => undefined);
    else this.#lead = await this.driver.openPage(path);
    const page = this.#lead;
    await page.bringToFront();
    await until(page, () => page.evaluate(isAt, path));
    await until(page, () => page.evaluate(isAsking));
    return page;
  }

  /**
   * Opens this lead and fills in what is to be said, up to the last press. Firefox's driver loses a page now and then while it
   * turns into another; nothing was said then, so it is begun again.
   *
   * @param unlike said with one press and without the note, where that is offered and is none of these; never, if null
   * @returns the verdict, what tells it apart, and the press
   */
  async prepare(leadId: string, note: string, unlike: readonly string[] | null): Promise<Prepared> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#fill(await this.open(leadId), note, unlike);
      } catch (error) {
        if (tries === TRIES || !(error instanceof ProtocolError)) throw error;
      }
    }
  }

  async #fill(page: Page, note: string, unlike: readonly string[] | null): Promise<Prepared> {
    // A card is painted before what was said of it here and is not sent; whoever presses has looked for a moment.
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    if (!(await page.$('[data-verdict]'))) await page.locator('[data-action="change"]').click();
    await page.waitForSelector('[data-verdict]');
    const offered = await page.$$eval('[data-verdict]', (all) =>
      all.map((one) => one.getAttribute('data-verdict')),
    );
    const [first] = verdicts.parse(offered);
    if (first && unlike && !unlike.includes(first)) {
      const press = () => page.locator(`[data-verdict="${first}"]`).click();
      return { page, verdict: first, key: first, press };
    }
    const verdict = offered.includes('rejected') ? 'rejected' : 'disqualified';
    await page.locator(`[data-verdict="${verdict}"]`).click();
    await page.locator(`[data-form="${verdict}"] label:has([type="radio"])`).click();
    await page.locator(`[data-form="${verdict}"] textarea`).fill(note);
    return { page, verdict, key: note, press: () => page.locator('[data-action="send"]').click() };
  }

  /** @returns what the rep is told, as soon as they are */
  async told(page: Page): Promise<Told> {
    let told: Told | null = null;
    await until(page, async () => {
      told = await page.evaluate(toldNow);
      return told !== null;
    });
    return told ?? 'not saved';
  }

  /** Takes the last one back. @returns whether it still could be */
  async undo(): Promise<boolean> {
    const page = this.#lead;
    const button = await page?.$('[data-action="undo"]');
    if (!page || !button) return false;
    await button.click();
    await until(page, async () => (await page.$('[data-undo]')) === null);
    return true;
  }

  /** What the rep has before them, for a round that does not end. */
  async sees(): Promise<string> {
    const open = [this.#lead, this.#options].flatMap((page) => page ?? []);
    const seen = open.map((page) => page.evaluate(() => document.body.innerText).catch(String));
    const late = new Promise<string[]>((resolve) => setTimeout(() => resolve(['nothing']), 5000));
    return (await Promise.race([Promise.all(seen), late])).join('\n--\n');
  }

  /** What lies in the outbox, on the disk. */
  async outbox(): Promise<Kept[]> {
    return (await this.options()).evaluate(readOutbox);
  }

  /** What the disk still knows of what was there: whether the count of entries is gone with them. */
  async traces(): Promise<string> {
    return (await this.options()).evaluate(readTraces).catch(String);
  }

  /** Presses “Try all again now”, if it is there. */
  async tryAgain(): Promise<void> {
    await (await this.options()).evaluate(() => {
      document.querySelector<HTMLElement>('[data-action="retry-all"]')?.click();
    });
  }
}

/** By the clock: a page behind another one is not painted. */
async function until(page: Page, is: () => Promise<boolean>): Promise<void> {
  // Between two pages there is nobody to ask.
  while (!(await is().catch(() => false))) {
    if (page.isClosed()) throw new Error('The page was closed.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function goTo(path: string): void {
  location.href = `/${path}`;
}

function toldNow(): Told | null {
  if (document.querySelector('[data-undo]')) return 'saved';
  return document.querySelector('[data-step] [role="alert"]') ? 'not saved' : null;
}

const isAt = (path: string) => location.href.endsWith(path);

/** Whether a verdict can be given or changed here. */
const isAsking = () => document.querySelector('[data-verdict], [data-action="change"]') !== null;

function readOutbox(): Promise<Kept[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('truce-outbox');
    opening.onerror = () => reject(opening.error);
    // Nobody has said anything yet; it is not ours to make.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const range = IDBKeyRange.bound('entry:', 'entry:\uffff');
      const all = opening.result.transaction('entries').objectStore('entries').getAll(range);
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        resolve(
          all.result.map(({ item, state, message }) => ({
            id: item.id,
            note: item.note ?? '',
            state,
            message,
          })),
        );
      };
    };
  });
}

async function readTraces(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const count = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('truce-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const order = opening.result.transaction('entries').objectStore('entries').get('order');
      order.onerror = () => reject(order.error);
      order.onsuccess = () => {
        opening.result.close();
        resolve(order.result);
      };
    };
  });
  return `databases ${names.join(', ')}; ${count} things were ever said here`;
}
