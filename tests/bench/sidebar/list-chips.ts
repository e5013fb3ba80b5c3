/** A list of the CRM comes up: from its rows being there to the chips beside those in sight. */
import type { PlainChromium, Session, World } from './cdp.ts';
import { pause } from './figures.ts';

export const ROWS = 50;

/** In the CRM's page: goes there, and waits for the rows. @returns when they were all there */
function rowsThere(hash: string, rows: number): Promise<number> {
  const there = () => document.querySelectorAll('main li .MuiListItemText-primary').length >= rows;
  return new Promise((resolve) => {
    const look = () => {
      if (!there()) return false;
      watch.disconnect();
      resolve(performance.timeOrigin + performance.now());
      return true;
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true });
    location.hash = hash;
  });
}

/**
 * Where our content scripts run, which alone see into our closed root: waits for so many chips, and for the frame in which
 * they are painted. @returns when that was
 */
function chipsThere(count: number): Promise<number> {
  const world = globalThis as unknown as { truceHome?: { host(): { root: ShadowRoot } } };
  const isHere = () => document.querySelector('html > div[data-truce]') !== null;
  return new Promise((resolve) => {
    const painted = () =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(null);
      });
    const inRoot = (root: ShadowRoot) => {
      const there = () => root.querySelectorAll('.chip:not(.away)').length >= count;
      if (there()) return void painted();
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

/** In our content scripts' world. @returns how many chips are to be seen */
function chipsNow(): number {
  const world = globalThis as unknown as { truceHome?: { host(): { root: ShadowRoot } } };
  return world.truceHome?.host().root.querySelectorAll('.chip:not(.away)').length ?? 0;
}

const LIST = `#/contacts?perPage=${ROWS}`;
const ELSEWHERE = '#/settings';
/** Until the CRM's page has come to rest. */
const REST_MS = 700;

async function comeUp(page: Session, scripts: World, count: number): Promise<number> {
  const chips = scripts.run(chipsThere, count);
  const rowsAt = await page.run(rowsThere, LIST, ROWS);
  const took = (await chips) - rowsAt;
  await pause(REST_MS);
  return took;
}

/** @returns how many chips are in sight once nothing moves any more */
async function inSight(page: Session, scripts: World): Promise<number> {
  await page.run(rowsThere, LIST, ROWS);
  for (let [last, still] = [0, 0]; ; ) {
    await pause(250);
    const now = await scripts.run(chipsNow);
    still = now > 0 && now === last ? still + 1 : 0;
    last = now;
    if (still > 4) return now;
  }
}

/** ms from rows to chips: the first list of a page, for which their frame has to load, and the same list come back to. */
export interface ListTimes {
  chips: number;
  first: number[];
  again: number[];
}

export async function listChips(
  chromium: PlainChromium,
  origin: string,
  times: number,
): Promise<ListTimes> {
  const found: ListTimes = { chips: 0, first: [], again: [] };
  for (let n = -1; n < times; n += 1) {
    const page = await chromium.open(`${origin}/${ELSEWHERE}`);
    const scripts = await page.contentScripts();
    await pause(REST_MS);
    // Only warms up, and says what is waited for.
    if (n < 0) found.chips = await inSight(page, scripts);
    else {
      found.first.push(await comeUp(page, scripts, found.chips));
      await page.run((hash: string) => {
        location.hash = hash;
      }, ELSEWHERE);
      await pause(REST_MS);
      found.again.push(await comeUp(page, scripts, found.chips));
    }
    await page.close();
  }
  return found;
}
