import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useGallery } from './open-gallery.ts';

const gallery = useGallery();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs the job for every screen, on a few pages at a time. @returns what was found, by screen. */
async function onEveryScreen(job: (page: Page, screen: string) => Promise<string[]>) {
  const left = await gallery.screens();
  const found: Record<string, string[]> = {};
  const worker = async () => {
    const page = await gallery.newPage();
    for (let screen = left.shift(); screen; screen = left.shift()) {
      const faults = await job(page, screen);
      if (faults.length > 0) found[screen] = faults;
    }
    await page.close();
  };
  await Promise.all([worker(), worker(), worker()]);
  return found;
}

/** The width a kind of screen is mostly used at. */
const usual = (screen: string) => (/^(sidebar|popup)/.test(screen) ? 380 : 1280);

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
      const style = getComputedStyle(element);
      if (style.overflowX === 'visible' || element.clientWidth < 40 || style.clipPath !== 'none')
        continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        wide.push(`${element.tagName} ${element.className}`);
      }
    }
    return wide;
  });

describe('every screen', () => {
  it('has nothing that axe finds, in the light and in the dark', async () => {
    const found = await onEveryScreen(async (page, screen) => {
      await gallery.show(page, screen, { width: usual(screen) });
      await page.evaluate(axe);
      const light = await faultsOf(page, false);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      const dark = await faultsOf(page, true);
      return [...light, ...dark.map((fault) => `dark: ${fault}`)];
    });
    expect(found).toEqual({});
  });

  it('fits into 320 px, into 200 %, and from right to left', async () => {
    const found = await onEveryScreen(async (page, screen) => {
      await gallery.show(page, screen, { width: 320, height: 640 });
      const narrow = await tooWide(page);
      await page.setViewport({ width: usual(screen), height: 800 });
      await page.evaluate(() => {
        document.documentElement.style.zoom = '2';
        document.documentElement.dir = 'rtl';
      });
      const zoomed = usual(screen) > 400 ? await tooWide(page) : [];
      return [...narrow, ...zoomed.map((each) => `200 %: ${each}`)];
    });
    expect(found).toEqual({});
  });

  it('has targets of 24 px, a name for each of them, and no element of its own making', async () => {
    const found = await onEveryScreen(async (page, screen) => {
      await gallery.show(page, screen, { width: usual(screen) });
      return page.evaluate(() => {
        const small: string[] = [];
        for (const target of document.querySelectorAll<HTMLElement>('button, summary, select')) {
          const box = target.getBoundingClientRect();
          if (box.width > 0 && (box.width < 24 || box.height < 24)) {
            small.push(`${target.textContent} ${box.width} x ${box.height}`);
          }
        }
        if (document.querySelector('img, svg[onload], body b, body i:not([style])')) {
          small.push('an element that came from a text');
        }
        return small;
      });
    });
    expect(found).toEqual({});
  });
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
