/**
 * Every size and state of the icon, drawn by a browser from one file.
 *
 * In: public/icon/truce.svg and a browser. Out: PNG with a transparent ground.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

const ROOT = join(import.meta.dirname, '../..');

/** `off`: Truce rests, both halves are grey. `open`: nobody is connected, both are outlines. */
type State = 'on' | 'off' | 'open';

export interface Icon {
  /** From the root of the project. */
  file: string;
  pixels: number;
  state: State;
  /** What of the drawing is seen: all of it in lists of extensions, only the mark where there is no room. */
  room: 'all' | 'mark';
}

const shipped = (pixels: number, room: Icon['room'], state: State = 'on'): Icon => ({
  file: `public/icon/${state === 'on' ? '' : `${state}-`}${pixels}.png`,
  pixels,
  state,
  room,
});

export const ICONS: readonly Icon[] = [
  shipped(16, 'mark'),
  shipped(32, 'mark'),
  shipped(48, 'mark'),
  shipped(96, 'all'),
  shipped(128, 'all'),
  shipped(16, 'mark', 'off'),
  shipped(32, 'mark', 'off'),
  shipped(16, 'mark', 'open'),
  shipped(32, 'mark', 'open'),
  { file: 'docs/listing/images/logo-300.png', pixels: 300, state: 'on', room: 'all' },
];

/** Between the greys of a light and of a dark toolbar, three times as bright or as dark as either. */
export const GREY = '#78818d';
const VIEW = { all: '0 0 128 128', mark: '16 16 96 96' };
/** Of the outline, in units of the drawing: 1.5 points at 16. */
const LINE = 9;

/** @returns the drawing in this state, as markup */
function drawn(svg: string, { state, room }: Pick<Icon, 'state' | 'room'>): string {
  const seen = svg.replace(/viewBox="[^"]*"/, `viewBox="${VIEW[room]}"`);
  if (state === 'on') return seen;
  if (state === 'off') return seen.replace(/fill="#\w+"/g, `fill="${GREY}"`);
  // A line lies half outside of its edge: twice as wide and cut off there, it lies inside.
  let half = 0;
  return seen.replace(/<path d="([^"]+)" fill="#\w+"\/>/g, (_, path: string) => {
    const id = `half-${half++}`;
    const line = `fill="none" stroke="${GREY}" stroke-width="${2 * LINE}" clip-path="url(#${id})"`;
    return `<clipPath id="${id}"><path d="${path}"/></clipPath><path d="${path}" ${line}/>`;
  });
}

export const readDrawing = (): Promise<string> =>
  readFile(join(ROOT, 'public/icon/truce.svg'), 'utf8');

/** @returns the icons as PNG, in the order they were asked for */
export async function drawIcons(browser: Browser, icons = ICONS): Promise<Uint8Array[]> {
  const svg = await readDrawing();
  const page = await browser.newPage();
  try {
    const pictures: Uint8Array[] = [];
    for (const icon of icons) {
      const { pixels } = icon;
      await page.setViewport({ width: pixels, height: pixels });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; inline-size: ${pixels}px }</style>${drawn(svg, icon)}`,
      );
      pictures.push(await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await page.close();
  }
}
