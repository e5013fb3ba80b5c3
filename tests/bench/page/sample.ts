/** One opening of a page, and what its main thread did meanwhile. */
import * as z from 'zod/mini';
import type { PlainChromium, Session } from '../sidebar/cdp.ts';

/** After the page has loaded, so long is looked at; the same for all. */
const WINDOW_MS = 800;
/** A new tab makes the browser load parts of itself, in processes of its own that take the page's processors: over by then. */
export const TAB_RESTS_MS = 800;
/** On a machine that is busy with something else, the sidebar may not be there in time. */
const TRIES = 5;

export interface Sample {
  /** CPU time of the page's main thread, ms. */
  script: number;
  task: number;
  /** After the garbage was collected, MB. */
  heap: number;
  /** Layout shift, as browsers count it. */
  shift: number;
  /** Tasks over 50 ms, by the clock. */
  long: number;
  /** By how much those are longer than 50 ms, together: how long the page answers nobody. */
  blocked: number;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Put into every page alike, before anything of its own. */
const WATCH = `
globalThis.seen = { shift: 0, long: 0, blocked: 0 };
new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.shift += each.value; }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const each of list.getEntries()) { seen.long += 1; seen.blocked += each.duration - 50; } }).observe({ type: 'longtask', buffered: true });
`;

async function read(page: Session): Promise<Map<string, number>> {
  const answer = metrics.parse(await page.send('Performance.getMetrics'));
  return new Map(answer.metrics.map(({ name, value }) => [name, value]));
}

/** @returns the size of the page's heap without its garbage, MB */
export async function heapOf(page: Session): Promise<number> {
  await page.send('HeapProfiler.collectGarbage');
  return ((await read(page)).get('JSHeapUsedSize') ?? 0) / 1e6;
}

/**
 * Opens the page in a new tab, and closes it again.
 *
 * @param hasSidebar taken again while the sidebar came too late to be part of it
 */
export async function sample(
  chromium: PlainChromium,
  url: string,
  hasSidebar: boolean,
): Promise<Sample> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const taken = await takeOne(chromium, url);
    if (taken.hadSidebar === hasSidebar) return taken.sample;
  }
  throw new Error(`The sidebar was ${hasSidebar ? 'not ' : ''}there at ${url}.`);
}

async function takeOne(chromium: PlainChromium, url: string) {
  const page = await chromium.open('about:blank');
  await pause(TAB_RESTS_MS);
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  // CPU time, which other work on the machine hardly moves.
  await page.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await read(page);
  await page.send('Page.navigate', { url });
  await page.run(
    () =>
      new Promise<void>((resolve) => {
        if (document.readyState === 'complete') resolve();
        else addEventListener('load', () => resolve());
      }),
  );
  await pause(WINDOW_MS);
  const after = await read(page);
  const hadSidebar = await chromium.hasSidebar();
  const seen = await page.run(
    () => (globalThis as unknown as { seen: Pick<Sample, 'shift' | 'long' | 'blocked'> }).seen,
  );
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;
  const heap = await heapOf(page);
  await page.close();
  // The frame goes a little later than its page.
  while (await chromium.hasSidebar()) await pause(5);
  const script = spent('ScriptDuration');
  return { hadSidebar, sample: { script, task: spent('TaskDuration'), heap, ...seen } };
}
