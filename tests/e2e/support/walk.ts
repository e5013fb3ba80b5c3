/** Somebody in a hurry: many steps through a CRM, by every way there is, sooner than its pages can follow. */
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { isLong } from '../../length.ts';
import { EXTENSION } from './chromium.ts';

/** Does one thing; another, when the one drawn cannot be done just now. To rest, it opens somebody by their address. */
export type Step = (random: () => number, resting: boolean) => Promise<unknown>;

export const STEPS = isLong ? 200 : 100;
/**
 * After so many steps all caches that a CRM and a browser fill at first are full. A short walk weighs a third of the steps of a
 * long one after that: what keeps pages still shows, what keeps only the listeners of each record shows in the long one.
 */
const WARM = 50;
/** One who only runs is shown few; so many different ones at least, for the looks to be worth anything. */
export const FEW = isLong ? 5 : 1;
/** Every so many steps somebody is looked at until they are there, since one who only runs is shown nobody. */
const REST = 16;

/** The same walk for the same seed, as far as the CRM lets it. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Always the same walk, unless TRUCE_WALK_SEED asks for another. */
export function seedOfToday(): number {
  return Number(process.env.TRUCE_WALK_SEED) || 20_261_123;
}

/** What a page costs, after everything that nobody holds any more has been thrown away. */
export interface Weight {
  /** The renderer's heap: the page's scripts and the content script's, which share it. */
  heap: number;
  nodes: number;
  listeners: number;
  /** The sidebar's own renderer; null without one. */
  sidebar: number | null;
}

/** Walks, pausing 20 to 400 ms after each step, more often briefly; weighs the page when warm and at the end. */
export async function walk(
  page: Page,
  seed: number,
  step: Step,
  rest: () => Promise<unknown> = () => pause(1200),
): Promise<{ warm: Weight; end: Weight }> {
  const random = seeded(seed);
  let warm: Weight | null = null;
  for (let count = 0; count < STEPS; count += 1) {
    const resting = count % REST === REST - 1;
    await step(random, resting);
    await (resting ? rest() : pause(20 + 380 * random() ** 3));
    if (count + 1 === WARM) warm = await weigh(page);
  }
  return { warm: warm ?? (await weigh(page)), end: await weigh(page) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function weigh(page: Page): Promise<Weight> {
  // What was asked for before is not in the way any more.
  await pause(1000);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  // Twice: what the first collection finalizes may hold more.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    sidebar: await sidebarHeap(page),
  };
}

async function sidebarHeap(page: Page): Promise<number | null> {
  const frame = page.frames().find((each) => each.url().startsWith(EXTENSION));
  if (!frame) return null;
  // A renderer of its own, whose session puppeteer has but does not name in its types.
  const session = (frame as Frame & { client: CDPSession }).client;
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

export interface Growth {
  heap: number;
  nodes: number;
  listeners: number;
  sidebar: number;
}

/** How much more a page costs at the end than when it was warm. */
export function growth({ warm, end }: { warm: Weight; end: Weight }): Growth {
  return {
    heap: end.heap - warm.heap,
    nodes: end.nodes - warm.nodes,
    listeners: end.listeners - warm.listeners,
    sidebar: (end.sidebar ?? 0) - (warm.sidebar ?? 0),
  };
}

const MB = 2 ** 20;

/**
 * How much a page may grow over 150 steps when it grows so much by itself: CRMs keep what they have loaded, and two walks
 * never meet quite the same answers, so half as much again, and a little. The little is far below what the mistakes to be
 * found cost: to keep one element of each page left keeps its page (500 nodes and 100 kB in the smallest CRM,
 * 15 MB and 75,000 nodes in all), to keep the listeners of each record keeps 300 or more.
 */
export function bounds(alone: Growth): Growth {
  const atMost = (own: number, little: number) => Math.max(0, own) * 1.5 + little;
  return {
    heap: atMost(alone.heap, 3 * MB),
    nodes: atMost(alone.nodes, 5000),
    listeners: atMost(alone.listeners, 250),
    sidebar: 3 * MB,
  };
}
