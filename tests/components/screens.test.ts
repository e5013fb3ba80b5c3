import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The width a kind of screen is mostly used at. */
const usual = (screen: string) => (/^(sidebar|popup|teach)/.test(screen) ? 380 : 1280);

/** What axe finds; `contrast` looks at colours only, for the theme that changes nothing else. */
async function faultsOf(page: Page, contrast: boolean): Promise<string[]> {
  const result = await page.evaluate(async (onlyContrast) => {
    const { axe } = window as unknown as {
      axe: { run: (where: Document, how: object) => Promise<AxeResults> };
    };
    return axe.run(document, {
      resultTypes: ['violations'],
      runOnly: onlyContrast
        ? { type: 'rule', values: ['color-contrast'] }
        : {
            type: 'tag',
            values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          },
    });
  }, contrast);
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

/** Everything that is wider than its place, in the page and in each part that scrolls or cuts. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page'] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // What is typed into one line moves along in it.
      if (element.tagName === 'INPUT') continue;
      const style = getComputedStyle(element);
      if (style.overflowX === 'visible' || element.clientWidth < 40 || style.clipPath !== 'none')
        continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        wide.push(`${element.tagName} ${element.className}`);
      }
    }
    return wide;
  });

/** What is too small to hit. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, summary, select')]
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ target, box }) => `${target.textContent} ${box.width} x ${box.height}`),
  );

/** Elements that nobody wrote but a text brought in. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('img, svg[onload], b, body script:not([src])')].map(
      (element) => element.outerHTML,
    ),
  );

/** Leaves only the first events of a timeline. */
const keepFirst = (page: Page, count: number): Promise<void> =>
  page.evaluate((kept) => {
    const events = [...document.querySelectorAll('[data-kind]')];
    for (const event of events.slice(kept)) event.remove();
  }, count);

type Faults = { axe: string[]; dark: string[]; wide: string[]; small: string[]; foreign: string[] };

/** Looks at one screen in every way: one visit, because opening costs more than looking. */
async function lookAt(page: Page, screen: string): Promise<Faults> {
  const width = usual(screen);
  await gallery.show(page, screen, { width });
  await page.evaluate(axe);
  // Half a minute for 3,000 lines that are each like those of the other screens.
  if (screen === 'sidebar-events') await keepFirst(page, 50);
  const faults: Faults = {
    axe: await faultsOf(page, false),
    small: await tooSmall(page),
    foreign: await foreign(page),
    dark: [],
    wide: [],
  };
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  faults.dark = await faultsOf(page, true);
  await page.setViewport({ width: 320, height: 640 });
  faults.wide = await tooWide(page);
  // 200 % is half the width; the widest sidebar then has 280 px, less than it ever gets otherwise.
  await page.setViewport({ width: width > 400 ? width / 2 : 280, height: 400 });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  faults.wide.push(...(await tooWide(page)).map((each) => `200 %: ${each}`));
  return faults;
}

/** `TRUCE_SCREENS=store` looks at those only, while one works on them. */
const ONLY = process.env.TRUCE_SCREENS ?? '';

describe('every screen', () => {
  const found: Record<string, Faults> = {};

  beforeAll(async () => {
    const left = (await gallery.screens()).filter((screen) => screen.includes(ONLY));
    const worker = async () => {
      const page = await gallery.newPage();
      for (let screen = left.shift(); screen; screen = left.shift()) {
        found[screen] = await lookAt(page, screen);
      }
      await page.close();
    };
    await Promise.all([worker(), worker(), worker()]);
  }, 600_000);

  /** @returns the screens that have such faults, with them. */
  const faulty = (kind: keyof Faults) =>
    Object.fromEntries(
      Object.entries(found)
        .map(([screen, faults]) => [screen, faults[kind]] as const)
        .filter(([, faults]) => faults.length > 0),
    );

  it('is there', () => expect(Object.keys(found).length).toBeGreaterThan(ONLY ? 0 : 40));
  it('has nothing that axe finds', () => expect(faulty('axe')).toEqual({}));
  it('is readable in the dark', () => expect(faulty('dark')).toEqual({}));
  it('fits into 320 px and into 200 %, from right to left too', () =>
    expect(faulty('wide')).toEqual({}));
  it('has targets of 24 px', () => expect(faulty('small')).toEqual({}));
  it('has no element that came from a text', () => expect(faulty('foreign')).toEqual({}));
});

describe('names that are not names', () => {
  it('stay text, and their addresses stay text', async () => {
    const page = await gallery.newPage();
    await gallery.show(page, 'sidebar-hostile');
    const seen = await page.evaluate(() => ({
      title: document.title,
      name: document.querySelector('h1')?.textContent,
      links: [...document.querySelectorAll('a')].map((link) => link.href),
      story: document.querySelector('[data-story]')?.textContent,
      rel: [...document.querySelectorAll('a')].every(
        (link) => link.rel === 'noopener noreferrer' && link.target === '_blank',
      ),
    }));
    expect(seen.title).toBe('Truce: sidebar-hostile');
    expect(seen.name).toContain('<script>document.title="owned"</script>');
    expect(seen.story).toBe('Read <b>not bold</b> twice.');
    expect(seen.links.filter((link) => !/^https?:/.test(link))).toEqual([]);
    expect(seen.rel).toBe(true);
  });

  it('keep their own direction without turning the page around', async () => {
    const page = await gallery.newPage();
    await gallery.show(page, 'sidebar-rtl');
    const [title, company] = await page.evaluate(() =>
      [...document.querySelectorAll('header p bdi')].map((bdi) => bdi.getBoundingClientRect().left),
    );
    expect(title).toBeLessThan(company ?? 0);
  });
});

describe('thousands of events', () => {
  it('are drawn only where they are looked at, and the last is reached', async () => {
    const page = await gallery.newPage();
    await gallery.show(page, 'sidebar-events');
    const before = await page.evaluate(() => document.querySelectorAll('[data-kind]').length);
    expect(before).toBe(3000);
    const frames = await page.evaluate(async () => {
      const scroller = document.querySelector('main');
      const times: number[] = [];
      for (let step = 0; step < 60; step += 1) {
        const start = performance.now();
        scroller?.scrollBy(0, 1500);
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - start);
      }
      scroller?.scrollTo(0, scroller.scrollHeight);
      return times.sort((a, b) => a - b);
    });
    expect(frames[Math.floor(frames.length / 2)]).toBeLessThan(50);
  });
});
