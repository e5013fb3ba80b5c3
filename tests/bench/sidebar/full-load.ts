/** A record's page loads from nothing: from where its content scripts may run to the grey place, and to what the disk has of the lead. */
import type { PlainChromium, Session } from './cdp.ts';
import { pause } from './figures.ts';
import { painted } from './probe.ts';
import type { Contact } from './scene.ts';

/** ms since the page's content scripts may run. */
export interface FullLoad {
  skeleton: number;
  painted: number;
}

/** What the page itself saw; see `watchForPlace`. */
interface Seen {
  placeAt: Promise<number>;
}

/** Put into the page before anything of its own. Waits for Truce's one element, and the frame in which it is painted. */
function watchForPlace(): void {
  const seen = globalThis as unknown as Seen;
  seen.placeAt = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('html > div[data-truce]')) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(null);
      });
    });
    watch.observe(document, { subtree: true, childList: true });
  });
}

/** @returns when content scripts may run at the earliest, which is when the page has been told that its document is there; and the place */
async function placeIn(page: Session): Promise<{ began: number; placeAt: number }> {
  return page.run(async () => {
    const placeAt = await (globalThis as unknown as Seen).placeAt;
    const [entry] = performance.getEntriesByType('navigation');
    const began = (entry as PerformanceNavigationTiming).domContentLoadedEventStart;
    return { began: performance.timeOrigin + began, placeAt };
  });
}

/** @returns when this lead was painted; null where whoever watches came too late to see it */
async function paintedIn(chromium: PlainChromium, name: string): Promise<number | null> {
  for (;;) {
    const sidebar = await chromium.sidebar();
    // A frame whose document is only just coming forgets what it was asked.
    try {
      if (await sidebar.run(() => document.querySelector('[data-verdict]') !== null)) return null;
      return await sidebar.run(painted, name);
    } catch {
      await pause(1);
    }
  }
}

/** Opens a record in a new tab. @returns null when it cannot be told how long it took */
async function loadOnce(chromium: PlainChromium, url: string, name: string) {
  const page = await chromium.open('about:blank');
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchForPlace})()` });
  await page.send('Page.navigate', { url });
  const paintedAt = await paintedIn(chromium, name);
  const { began, placeAt } = await placeIn(page);
  await pause(300);
  await page.close();
  while (await chromium.hasSidebar()) await pause(5);
  return paintedAt && { skeleton: placeAt - began, painted: paintedAt - began };
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
    const load = await loadOnce(chromium, url(contact.id), contact.name);
    if (load && n >= 0) loads.push(load);
  }
  return loads;
}
