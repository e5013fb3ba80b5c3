/** The ways a screen is looked at: wide and narrow, light and dark, in another language, from the other side. */
import type { CDPSession, Page } from 'puppeteer-core';

/** Widths and height of each kind of screen; the first is how it is mostly used. */
const SIZES: Record<string, { widths: number[]; height: number }> = {
  sidebar: { widths: [380, 320, 560], height: 900 },
  list: { widths: [1200], height: 700 },
  review: { widths: [1440, 640], height: 900 },
  reports: { widths: [1440, 820, 360], height: 2200 },
  definition: { widths: [1440, 820, 360], height: 2400 },
  score: { widths: [1440, 820, 360], height: 1500 },
  check: { widths: [1440, 820, 360], height: 1500 },
  options: { widths: [1000, 360], height: 900 },
  panel: { widths: [380, 320], height: 900 },
  popup: { widths: [360], height: 1150 },
  store: { widths: [1200, 360], height: 900 },
  teach: { widths: [380, 320], height: 700 },
  ui: { widths: [1000, 360], height: 2400 },
};

export type Look = {
  /** What the picture's name ends with. */
  name: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  lang: 'en-GB' | 'de' | 'xx';
  dir: 'ltr' | 'rtl';
  forced: boolean;
};

/** @returns how this screen is looked at, those that need another painting last */
export function looksOf(screen: string): Look[] {
  const kind = screen.split('-')[0] ?? '';
  const { widths, height } = SIZES[kind] ?? { widths: [800], height: 600 };
  const [usual = 800] = widths;
  const plain: Look = {
    name: '',
    width: usual,
    height,
    theme: 'light',
    lang: 'en-GB',
    dir: 'ltr',
    forced: false,
  };
  return [
    ...widths.flatMap((width) =>
      (['light', 'dark'] as const).map((theme) => ({
        ...plain,
        name: `${theme}-${width}`,
        theme,
        width,
      })),
    ),
    { ...plain, name: 'forced', forced: true },
    { ...plain, name: 'rtl', dir: 'rtl' },
    { ...plain, name: 'de', lang: 'de' },
    { ...plain, name: 'xx', lang: 'xx', width: Math.min(...widths) },
  ];
}

/** Makes the page look so; painted again only where the language is another. */
export async function lookAs(page: Page, look: Look): Promise<void> {
  await page.setViewport({ width: look.width, height: look.height, deviceScaleFactor: 1 });
  await forceColours(page, look.forced);
  await page.evaluate(
    async ({ theme, dir, lang }) => {
      const root = document.documentElement;
      root.dataset.theme = theme;
      root.dir = dir;
      const { paint } = window as unknown as { paint: (lang: string) => Promise<void> };
      if (root.lang !== lang) await paint(lang);
    },
    { theme: look.theme, dir: look.dir, lang: look.lang },
  );
}

/** What a session emulates ends with it, so each page keeps its own. */
const sessions = new WeakMap<Page, CDPSession>();

/** As with the high contrast themes of Windows: the system's few colours instead of the page's. */
export async function forceColours(page: Page, on: boolean): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  const features = [{ name: 'forced-colors', value: on ? 'active' : 'none' }];
  await session.send('Emulation.setEmulatedMedia', { features });
}
