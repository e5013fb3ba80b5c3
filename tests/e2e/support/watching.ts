/** What the panel says while somebody works, asked from a page of the extension as its own popup asks. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { PageFacts, SeenRecord } from '../../../lib/contract/record.ts';
import type { ToScout } from '../../../lib/page/hear-popup.ts';
import type { PanelReport } from '../../../lib/page/panel.ts';
import { type Chromium, EXTENSION } from './chromium.ts';

/** One answer of the panel; what it said was so at some moment between the two. */
export interface Sighting {
  from: number;
  to: number;
  seen: SeenRecord | null;
}

/** The page's own notes: when it had which address, and how many elements of ours it ever held. */
export interface Trail {
  addresses: { at: number; href: string }[];
  hosts: number;
}

export interface Watch {
  /** Waits until it shows these facts of this record, and sees that it stays with them. */
  untilShown(id: string, facts: PageFacts | undefined): Promise<void>;
  /** Waits until somebody is shown, or for as long as one has patience. */
  rest(): Promise<void>;
  /** Asks again and again, until told to stop. */
  follow(): () => Promise<Sighting[]>;
  close(): Promise<void>;
}

/** The page is in front afterwards, and is the only one of its site. */
export async function watchPanel({ browser }: Chromium, page: Page): Promise<Watch> {
  const asking = await browser.newPage();
  await asking.goto(`${EXTENSION}/options.html`);
  await page.bringToFront();
  const tab = await asking.evaluate(async (origin) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ url }) => url?.startsWith(`${origin}/`))?.id ?? -1;
  }, new URL(page.url()).origin);
  const look = async () => (await ask(asking, tab, 0))[0]?.seen ?? null;
  return {
    async untilShown(id, facts) {
      const shown = async () => {
        const seen = await look();
        return seen?.settled && { id: seen.record.id, facts: seen.facts };
      };
      await expect.poll(shown, { timeout: 20_000, interval: 50 }).toEqual({ id, facts });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await shown()).toEqual({ id, facts });
    },
    async rest() {
      const until = Date.now() + 8000;
      while (Date.now() < until && Object.keys((await look())?.facts ?? {}).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    follow() {
      const sightings: Sighting[] = [];
      let going = true;
      const done = (async () => {
        while (going) sightings.push(...(await ask(asking, tab, 1000)));
      })();
      return async () => {
        going = false;
        await done;
        return sightings;
      };
    },
    close: () => asking.close(),
  };
}

/** For so long, or once: every 15 ms, whether or not the answer before is there already. */
function ask(asking: Page, tab: number, duration: number): Promise<Sighting[]> {
  return asking.evaluate(
    async (tabId, ms) => {
      const message: ToScout = { to: 'scout', name: 'panel.state' };
      const once = async (): Promise<Sighting> => {
        const from = Date.now();
        const report: PanelReport | undefined = await chrome.tabs
          .sendMessage(tabId, message)
          // Nobody answers where no record was opened yet.
          .catch((error: Error) => {
            if (!error.message.includes('Receiving end does not exist')) throw error;
          });
        return { from, to: Date.now(), seen: report?.seen ?? null };
      };
      const sightings = [once()];
      for (const until = Date.now() + ms; Date.now() < until; sightings.push(once())) {
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      return Promise.all(sightings);
    },
    tab,
    duration,
  );
}

/** Lets the page note its addresses, independently of what the extension makes of them. */
export async function takeNotes(page: Page): Promise<() => Promise<Trail>> {
  await page.evaluate(() => {
    const trail: Trail = { addresses: [{ at: Date.now(), href: location.href }], hosts: 0 };
    const note = () => {
      if (trail.addresses.at(-1)?.href === location.href) return;
      trail.addresses.push({ at: Date.now(), href: location.href });
    };
    navigation.addEventListener('currententrychange', note);
    setInterval(() => {
      note();
      trail.hosts = Math.max(trail.hosts, document.querySelectorAll('[data-truce]').length);
    }, 20);
    Object.assign(globalThis, { trail });
  });
  return () => page.evaluate(() => (globalThis as unknown as { trail: Trail }).trail);
}

/** The most frames of the extension that this page had at once, from now on. */
export function countFrames(page: Page): () => number {
  let most = 0;
  const count = () => {
    const ours = page.frames().filter((frame) => frame.url().startsWith(EXTENSION));
    most = Math.max(most, ours.length);
  };
  count();
  page.on('framenavigated', count);
  return () => most;
}

/** Clocks of two processes differ a little, and the address may be newer by one answer. */
const SLACK_MS = 20;

/**
 * @param recordOf the id that an address names, as the test reads it
 * @param isTheirs whether these facts can be said of this record: none of them anybody else's
 * @returns what was shown on another's page, or of another, each thing once
 */
export function wrongOnes(
  sightings: Sighting[],
  { addresses }: Trail,
  recordOf: (href: string) => string | null,
  isTheirs: (id: string, facts: PageFacts) => boolean,
): string[] {
  const wrong = sightings.flatMap(({ from, to, seen }) => {
    if (!seen) return [];
    const { record, facts } = seen;
    const there = addresses.filter(({ at }, index) => {
      const next = addresses[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      return at <= to + SLACK_MS && next >= from - SLACK_MS;
    });
    const id = `${record.kind} ${record.id}`;
    const what = `${id} ${JSON.stringify(facts)}`;
    if (!there.some(({ href }) => recordOf(href) === id)) {
      return [`at ${there.map(({ href }) => href).join(', ')}: ${what}`];
    }
    return Object.keys(facts).length > 0 && !isTheirs(id, facts) ? [what] : [];
  });
  return [...new Set(wrong)];
}
