/** The same hurried walk through a CRM with Truce and, beside it, without: what was shown of whom, and what Truce cost. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { PageFacts } from '../../../lib/contract/record.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { bounds, FEW, growth, STEPS, type Step, seedOfToday, walk } from './walk.ts';
import { countFrames, takeNotes, type Watch, wrongOnes } from './watching.ts';

export interface Hurried {
  crm: string;
  page: Page;
  watch: Watch;
  /** Opens the CRM where Truce was never switched on; it has caches of its own. */
  open(browser: Chromium): Promise<Page>;
  /** Back to where a walk begins, wherever a test before broke off. */
  start(): Promise<void>;
  stepOn(tab: Page): Step;
  /** The id that an address names. */
  recordOf(href: string): string | null;
  /** Whether these facts can be said of this record: none of them anybody else's. */
  isTheirs(id: string, facts: PageFacts): boolean;
}

/** Fails when somebody is shown on the page of another, when there is more than one of us, or when the page grows by us. */
export async function hurry(through: Hurried): Promise<void> {
  const { crm, page, watch, stepOn } = through;
  const seed = seedOfToday();
  console.log(`Walk ${seed} in ${crm} (TRUCE_WALK_SEED=${seed} walks it again)`);
  const other = await startChromium();
  const there = await through.open(other);
  await through.start();
  const alone = walk(there, seed, stepOn(there));
  const trail = await takeNotes(page);
  const mostFrames = countFrames(page);
  const following = watch.follow();
  const weights = await walk(page, seed, stepOn(page), watch.rest);
  const sightings = await following();
  const notes = await trail();
  const grown = growth(weights);
  const allowed = bounds(growth(await alone.finally(() => other.close())));

  const named = sightings.filter(({ seen }) => Object.keys(seen?.facts ?? {}).length > 0);
  const whole = new Set(named.map(({ seen }) => seen?.record.id));
  console.log(
    `${STEPS} steps, ${notes.addresses.length} addresses, ${sightings.length} looks, ${named.length} of them ` +
      `at ${whole.size} records`,
    JSON.stringify({ ...weights, grown, allowed }),
  );
  expect(wrongOnes(sightings, notes, through.recordOf, through.isTheirs)).toEqual([]);
  // Otherwise nothing was looked at.
  expect(whole.size).toBeGreaterThan(FEW);
  // The sidebar, and the card of the lists between.
  expect(mostFrames()).toBeLessThanOrEqual(2);
  expect(notes.hosts).toBe(1);
  for (const what of ['heap', 'nodes', 'listeners', 'sidebar'] as const) {
    expect(grown[what], what).toBeLessThan(allowed[what]);
  }
}
