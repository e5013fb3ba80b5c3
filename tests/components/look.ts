/** One screen looked at in every way: what axe finds, what does not fit, what cannot be hit. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { forceColours } from '../gallery/looks.ts';
import { isLong, today } from '../length.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The width a kind of screen is mostly used at. */
const usual = (screen: string) => (/^(sidebar|popup|teach)/.test(screen) ? 380 : 1280);

/** All of axe, colours only, or all but colours, which take half of the time. */
type Rules = 'all' | 'contrast' | 'structure';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `TRUCE_LOOK=all` asks for every rule in both languages, light and dark; otherwise colours are looked at in one of them. */
const EVERYTHING = process.env.TRUCE_LOOK === 'all';

async function faultsOf(page: Page, rules: Rules): Promise<string[]> {
  const result = await page.evaluate(
    async (only, tags) => {
      const { axe } = window as unknown as {
        axe: { run: (where: Document, how: object) => Promise<AxeResults> };
      };
      return axe.run(document, {
        resultTypes: ['violations'],
        // No rule that is asked for reads sheets or sounds.
        preload: false,
        runOnly:
          only === 'contrast'
            ? { type: 'rule', values: ['color-contrast'] }
            : { type: 'tag', values: tags },
        rules: { 'color-contrast': { enabled: only !== 'structure' } },
      });
    },
    rules,
    TAGS,
  );
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

export type Faults = {
  axe: string[];
  dark: string[];
  german: string[];
  forced: string[];
  wide: string[];
  small: string[];
  foreign: string[];
};

/**
 * Looks at one screen, in one visit, because opening costs more than looking. In long runs in every way: colours are the same in
 * both languages and names are the same in both themes, so each way looks for what can be wrong only there: English in the light
 * for everything, in the dark and in forced colours for contrast, German for everything but contrast.
 *
 * In short runs half of the screens have their turn (screens.test.ts), and axe looks once at each of them, for everything, in one
 * theme and one language; other ones at each turn, and all of them within six. What does not fit is looked for in both languages
 * always. `npm run test:screens` looks at all screens in every way.
 */
export async function lookAt(page: Page, screen: string, show: Show): Promise<Faults> {
  const width = usual(screen);
  const look = lookOf(screen);
  await show(page, screen, { width });
  await page.evaluate(axe);
  await shorten(page, screen);
  const faults: Faults = {
    axe: await inTheme(page, 'light', look.english.light),
    small: await tooSmall(page),
    foreign: await foreign(page),
    dark: await inTheme(page, 'dark', look.english.dark),
    german: [],
    forced: await inTheme(page, 'forced', look.english.forced),
    wide: await narrow(page, width),
  };
  await page.setViewport({ width, height: 900 });
  await page.evaluate(() =>
    (window as unknown as { paint: (lang: string) => unknown }).paint('de'),
  );
  await shorten(page, screen);
  for (const theme of THEMES) {
    faults.german.push(...(await inTheme(page, theme, look.german[theme])));
  }
  faults.wide.push(...(await narrow(page, width)).map((each) => `German, ${each}`));
  return faults;
}

type Show = (page: Page, screen: string, where: { width: number }) => Promise<void>;

const THEMES = ['light', 'dark', 'forced'] as const;
type Theme = (typeof THEMES)[number];

/** What axe looks for, in which language and theme. */
type Look = Record<'english' | 'german', Partial<Record<Theme, Rules>>>;

function lookOf(screen: string): Look {
  if (EVERYTHING) {
    const all = { light: 'all', dark: 'all' } as const;
    return { english: { ...all, forced: 'contrast' }, german: all };
  }
  if (isLong) {
    return {
      english: { light: 'all', dark: 'contrast', forced: 'contrast' },
      german: { light: 'structure' },
    };
  }
  // A screen has its turn every other day.
  const turn = Math.floor(today / 2);
  const own = [...screen].reduce((sum, letter) => sum + letter.charCodeAt(0), turn);
  const todays = { [THEMES[own % 3] ?? 'light']: 'all' } as const;
  return own % 2 === 0 ? { english: todays, german: {} } : { english: {}, german: todays };
}

/** @returns what axe finds in this theme; nothing where it is not asked to look */
async function inTheme(page: Page, theme: Theme, rules: Rules | undefined): Promise<string[]> {
  if (!rules) return [];
  await setTheme(page, theme === 'light' ? 'light' : 'dark');
  if (theme === 'forced') await forceColours(page, true);
  const found = await faultsOf(page, rules);
  if (theme === 'forced') await forceColours(page, false);
  await setTheme(page, 'light');
  return found.map((each) => `${theme}, ${each}`);
}

/** Half a minute for 3,000 lines that are each like those of the other screens. */
async function shorten(page: Page, screen: string): Promise<void> {
  if (screen === 'sidebar-events') await keepFirst(page, 50);
}

/** What does not fit into 320 px, nor into 200 %, which is half the width, from right to left. */
async function narrow(page: Page, width: number): Promise<string[]> {
  await page.setViewport({ width: 320, height: 640 });
  const wide = (await tooWide(page)).map((each) => `320 px: ${each}`);
  // The widest sidebar then has 280 px, less than it ever gets otherwise.
  await page.setViewport({ width: width > 400 ? width / 2 : 280, height: 400 });
  await setDirection(page, 'rtl');
  wide.push(...(await tooWide(page)).map((each) => `200 %, rtl: ${each}`));
  await setDirection(page, 'ltr');
  return wide;
}

const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((to) => {
    document.documentElement.dataset.theme = to;
  }, theme);

const setDirection = (page: Page, dir: 'ltr' | 'rtl') =>
  page.evaluate((to) => {
    document.documentElement.dir = to;
  }, dir);
