/** A list of the CRM comes up: from its rows being there to the chips beside those in sight. */
import type { PlainChromium, Session, World } from './cdp.ts';
import { pause } from './figures.ts';
import type { WithScheduler } from './probe.ts';

export const ROWS = 50;

interface RowsSeen {
  /** All of them were in the document, not painted yet. */
  thereAt: number;
  /** The page had painted them: nobody sees a row before. */
  paintedAt: number;
}

/** In the CRM's page: goes there, and waits for the rows. */
function rowsThere(hash: string, rows: number): Promise<RowsSeen> {
  const { scheduler } = globalThis as unknown as WithScheduler;
  const now = () => performance.timeOrigin + performance.now();
  const there = () => document.querySelectorAll('main li .MuiListItemText-primary').length >= rows;
  return new Promise((resolve) => {
    const look = () => {
      if (!there()) return;
      watch.disconnect();
      const thereAt = now();
      // Ahead of what the page has waiting, which is not painting.
      requestAnimationFrame(() =>
        scheduler.postTask(() => resolve({ thereAt, paintedAt: now() }), {
          priority: 'user-blocking',
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true });
    location.hash = hash;
  });
}

/** In the page, as far as our content scripts can see it and it alone: our closed root. */
interface OurWorld extends WithScheduler {
  truceHome?: { host(): { root: ShadowRoot } };
}

/**
 * Where our content scripts run: waits for chips, and for the frame in which they are painted. All that are in sight get theirs in
 * one go. @returns when that was
 */
function chipsThere(): Promise<number> {
  const { scheduler, ...world } = globalThis as unknown as OurWorld;
  const isHere = () => document.querySelector('html > div[data-truce]') !== null;
  return new Promise((resolve) => {
    // Ahead of what the page has waiting, which is not painting.
    const soon = (act: () => void) => scheduler.postTask(act, { priority: 'user-blocking' });
    // What changes within a frame is painted by that one; only what changes between two waits for the next.
    let waiting = true;
    let inFrame = false;
    const tick = () => {
      inFrame = true;
      soon(() => {
        inFrame = false;
      });
      if (waiting) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const painted = () => {
      waiting = false;
      const done = () => soon(() => resolve(performance.timeOrigin + performance.now()));
      if (inFrame) done();
      else requestAnimationFrame(done);
    };
    const inRoot = (root: ShadowRoot) => {
      const there = () => root.querySelector('.chip:not(.away)') !== null;
      if (there()) return painted();
      const watch = new MutationObserver(() => {
        if (!there()) return;
        watch.disconnect();
        painted();
      });
      watch.observe(root, { subtree: true, childList: true, attributes: true });
    };
    const atHost = () => {
      const host = isHere() && world.truceHome?.host();
      if (!host) return false;
      inRoot(host.root);
      return true;
    };
    if (atHost()) return;
    const watch = new MutationObserver(() => atHost() && watch.disconnect());
    watch.observe(document.documentElement, { childList: true });
  });
}

/** In the same place. @returns how many chips are to be seen */
function chipsNow(): number {
  const world = globalThis as unknown as Pick<OurWorld, 'truceHome'>;
  return world.truceHome?.host().root.querySelectorAll('.chip:not(.away)').length ?? 0;
}

const LIST = `#/contacts?perPage=${ROWS}`;
const ELSEWHERE = '#/settings';
/** Until the CRM's page has come to rest. */
const REST_MS = 700;

/** ms since all rows were in the document. */
interface ComingUp {
  rows: number;
  chips: number;
}

async function comeUp(page: Session, scripts: World): Promise<ComingUp> {
  const chips = scripts.run(chipsThere);
  const { thereAt, paintedAt } = await page.run(rowsThere, LIST, ROWS);
  const chipsAt = await chips;
  await pause(REST_MS);
  return { rows: paintedAt - thereAt, chips: chipsAt - thereAt };
}

/** The first list of a page, for which the frame that asks has to load, and the same list come back to. */
export interface ListTimes {
  /** So many rows are in sight in the end. */
  chips: number;
  first: ComingUp[];
  again: ComingUp[];
}

export async function listChips(
  chromium: PlainChromium,
  origin: string,
  times: number,
): Promise<ListTimes> {
  const found: ListTimes = { chips: 0, first: [], again: [] };
  // Once more than is counted, to warm up.
  for (let n = -1; n < times; n += 1) {
    const page = await chromium.open(`${origin}/${ELSEWHERE}`);
    const scripts = await page.contentScripts();
    await pause(REST_MS);
    const first = await comeUp(page, scripts);
    found.chips = await scripts.run(chipsNow);
    await page.run((hash: string) => {
      location.hash = hash;
    }, ELSEWHERE);
    await pause(REST_MS);
    const again = await comeUp(page, scripts);
    if (n >= 0) {
      found.first.push(first);
      found.again.push(again);
    }
    await page.close();
  }
  return found;
}
