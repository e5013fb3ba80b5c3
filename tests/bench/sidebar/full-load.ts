/**
 * A record's page loads from nothing: from where its content scripts start to the grey place, and to what the disk has of the
 * lead; and beside them the page's own first painting, before which nothing is on the screen at all. The sidebar is not spoken to
 * before it has painted: being attached to would pause it.
 */
import { TAB_RESTS_MS } from '../page/sample.ts';
import type { PlainChromium, Session } from './cdp.ts';
import { pause } from './figures.ts';
import type { WithScheduler } from './probe.ts';
import type { Contact } from './scene.ts';

/**
 * ms since content scripts started, which is when the document has its root. That is heard when the first of them has ended its
 * first task, about as late as that takes.
 */
export interface FullLoad {
  /** From when the document was made, before anything of the page or of ours had run in it, to the start. */
  made: number;
  /** The page's own first painting, by the browser's record. */
  page: number;
  skeleton: number;
  painted: number;
}

/** What the page itself saw; see `watchForPlace`. */
interface Seen extends WithScheduler {
  madeAt: number;
  startAt: number;
  placeAt: Promise<number>;
}

/** Put into the page before anything of its own. Waits for Truce's one element, and the frame in which it is painted. */
function watchForPlace(): void {
  const seen = globalThis as unknown as Seen;
  const now = () => performance.timeOrigin + performance.now();
  seen.madeAt = now();
  seen.startAt = Number.NaN;
  seen.placeAt = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (Number.isNaN(seen.startAt)) seen.startAt = now();
      if (!document.querySelector('html > div[data-truce]')) return;
      watch.disconnect();
      // Ahead of what the page has waiting, which is not painting.
      requestAnimationFrame(() =>
        seen.scheduler.postTask(() => resolve(now()), { priority: 'user-blocking' }),
      );
    });
    watch.observe(document, { subtree: true, childList: true });
  });
}

/** What the page saw of itself. */
const seenIn = (page: Session): Promise<{ madeAt: number; startAt: number; pageAt: number }> =>
  page.run(() => {
    const { madeAt, startAt } = globalThis as unknown as Seen;
    const [first] = performance.getEntriesByType('paint');
    const pageAt = performance.timeOrigin + (first?.startTime ?? Number.NaN);
    return { madeAt, startAt, pageAt };
  });

const placeIn = (page: Session): Promise<number> =>
  page.run(() => (globalThis as unknown as Seen).placeAt);

/**
 * In the sidebar, when all is over. @returns when the browser painted the first text of a lead, by its own record; null where it
 * has none
 */
function firstTextAt(): Promise<number | null> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [first] = list.getEntries();
      resolve(first ? performance.timeOrigin + first.startTime : null);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(null), 500);
  });
}

/** Whether a lead is to be seen, so that what was painted first was one. */
const hasLead = (): boolean => document.querySelector('[data-verdict]') !== null;

/** Everything that comes up has come up by then, on a machine with little else to do. */
const OVER_MS = 1500;
/** Where the store does not know yet whose record it is, the page has to say so first. */
const FIRST_TIME_MS = 3500;

/** Opens an address in a new tab, and waits until everything that comes up has come up. */
async function openWatched(
  chromium: PlainChromium,
  url: string,
  overAfter: number,
): Promise<Session> {
  const page = await chromium.open('about:blank');
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchForPlace})()` });
  await pause(TAB_RESTS_MS);
  await page.send('Page.navigate', { url });
  await pause(overAfter);
  return page;
}

/** Opens a record in a new tab. @returns null when it cannot be told how long it took */
async function loadOnce(
  chromium: PlainChromium,
  url: string,
  overAfter: number,
): Promise<FullLoad | null> {
  const page = await openWatched(chromium, url, overAfter);
  const sidebar = await chromium.sidebar(page);
  const paintedAt = (await sidebar.run(hasLead)) ? await sidebar.run(firstTextAt) : null;
  const { madeAt, startAt, pageAt } = await seenIn(page);
  const placeAt = await placeIn(page);
  await page.close();
  while (await chromium.hasSidebar()) await pause(5);
  if (paintedAt === null) return null;
  return {
    made: startAt - madeAt,
    page: pageAt - startAt,
    skeleton: placeAt - startAt,
    painted: paintedAt - startAt,
  };
}

/** @param before what is done before each, such as stopping the background */
export async function fullLoads(
  chromium: PlainChromium,
  { times, who, url }: { times: number; who: readonly Contact[]; url(id: string): string },
  before: () => Promise<unknown> = async () => undefined,
): Promise<FullLoad[]> {
  const loads: FullLoad[] = [];
  // Once round everybody first, so that the disk has them all.
  for (let n = -who.length; n < times; n += 1) {
    const contact = who[(n + who.length) % who.length];
    if (!contact) break;
    if (n >= 0) await before();
    const load = await loadOnce(chromium, url(contact.id), n < 0 ? FIRST_TIME_MS : OVER_MS);
    if (load && n >= 0) loads.push(load);
  }
  return loads;
}

/**
 * The same page in a browser without extensions. @returns ms from where content scripts would start to its own first painting, before
 * which nothing could show anything
 */
export async function bareLoads(
  chromium: PlainChromium,
  { times, url }: { times: number; url: string },
): Promise<number[]> {
  const loads: number[] = [];
  // Once more than is counted, to warm up.
  for (let n = -1; n < times; n += 1) {
    const page = await openWatched(chromium, url, OVER_MS);
    const { startAt, pageAt } = await seenIn(page);
    await page.close();
    if (n >= 0) loads.push(pageAt - startAt);
  }
  return loads;
}
