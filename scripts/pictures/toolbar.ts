/**
 * The toolbar's button in each of its states, which no browser without a window shows: the icons of the package, with the badges that browsers
 * put over them, on toolbars of browsers, light and dark.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from './stage.ts';
import type { Take } from './take.ts';

const ICONS = join(import.meta.dirname, '../../public/icon');
/** As in lib/platform/toolbar.ts. */
const INK = '#5b6470';
const SALES = '#b0470a';

const STATES = [
  { icon: '', badge: '', colour: INK, says: 'all rests' },
  { icon: '', badge: '3', colour: INK, says: 'three things need you' },
  { icon: '', badge: '!', colour: SALES, says: 'this page does not let the sidebar in' },
  { icon: 'off-', badge: 'off', colour: INK, says: 'paused' },
  { icon: 'open-', badge: '', colour: INK, says: 'not connected yet' },
  { icon: 'open-', badge: '?', colour: INK, says: 'the store no longer knows this browser' },
];
const TOOLBARS = ['#ffffff', '#dfe1e5', '#35363a', '#202124'];

const STYLE = `
  body { margin: 0; padding: 24px; background: #f6f7f9; color: #1a1d21; font: 13px/1.4 system-ui; }
  table { border-collapse: separate; border-spacing: 0 8px; } td { padding: 0 12px 0 0; }
  .bar { inline-size: 96px; block-size: 48px; padding: 0; text-align: center; }
  .button { position: relative; display: inline-block; inline-size: 16px; block-size: 16px; zoom: 2; vertical-align: middle; }
  img { inline-size: 16px; block-size: 16px; display: block; }
  b { position: absolute; inset: 7px -6px auto auto; min-inline-size: 9px; padding: 0 2px; border-radius: 3px; font: 600 8px/10px system-ui; color: #fff; text-align: center; }
`;

export async function takeToolbar({ page }: Stage, take: Take): Promise<void> {
  await page.setViewport({ width: 800, height: 384 });
  const rows = await Promise.all(STATES.map(row));
  await page.setContent(`<style>${STYLE}</style><table>${rows.join('')}</table>`);
  await take(page, 'toolbar');
}

async function row({ icon, badge, colour, says }: (typeof STATES)[number]): Promise<string> {
  const png = (await readFile(join(ICONS, `${icon}32.png`))).toString('base64');
  const button = `<span class="button"><img src="data:image/png;base64,${png}" alt="">${badge ? `<b style="background:${colour}">${badge}</b>` : ''}</span>`;
  const bars = TOOLBARS.map(
    (ground) => `<td class="bar" style="background:${ground}">${button}</td>`,
  );
  return `<tr>${bars.join('')}<td style="padding-inline-start:16px">${says}</td></tr>`;
}
