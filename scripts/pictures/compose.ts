/** Puts what was seen of the product beside one sentence: pictures and tiles for the extension stores. */
import type { Page } from 'puppeteer-core';
import { readDrawing } from './icons.ts';

/** Colours of components/ui/tokens.css. */
const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { overflow: hidden; background: #f6f7f9; color: #1a1d21; font-family: system-ui, sans-serif; }
  .shot { display: grid; grid-template-rows: 108px 1fr; block-size: 800px; }
  .shot h1 { align-self: center; padding-inline: 48px; font-size: 30px; font-weight: 650; line-height: 38px; letter-spacing: -0.01em; text-align: center; text-wrap: balance; }
  .seen { position: relative; margin-inline: 48px; }
  .seen > img { display: block; border-radius: 12px 12px 0 0; }
  .seen > img:first-child { inline-size: 1184px; outline: 1px solid #d8dce2; box-shadow: 0 12px 40px rgb(26 29 33 / 12%); }
  .seen > img + img { position: absolute; inset: 0 24px auto auto; border-radius: 10px; outline: 1px solid #d8dce2; box-shadow: 0 16px 48px rgb(26 29 33 / 24%); }
  .small, .large { position: relative; overflow: hidden; }
  .small { display: grid; align-content: center; gap: 14px; block-size: 280px; padding-inline: 40px; }
  .brand { display: flex; align-items: center; gap: 14px; font-size: 44px; font-weight: 700; letter-spacing: -0.02em; }
  .brand svg { inline-size: 56px; block-size: 56px; flex: none; }
  .small p { font-size: 21px; line-height: 29px; color: #3f4650; text-wrap: balance; }
  .large { display: grid; align-content: center; gap: 28px; block-size: 560px; padding-inline: 96px 680px; }
  .large .brand { gap: 22px; font-size: 76px; } .large .brand svg { inline-size: 96px; block-size: 96px; }
  .large p { font-size: 36px; line-height: 46px; color: #3f4650; text-wrap: balance; }
  .large > img { position: absolute; inset: 56px 96px auto auto; border-radius: 12px; outline: 1px solid #d8dce2; box-shadow: 0 16px 56px rgb(26 29 33 / 18%); }
`;

const pictureOf = (png: Uint8Array) =>
  `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;

export interface Sentence {
  text: string;
  language: string;
}

/** @param seen the product, 1184 by 692; @param over what lies over it at its upper end, such as the popup */
export async function screenshot(
  page: Page,
  { text, language }: Sentence,
  seen: Uint8Array,
  over?: Uint8Array,
): Promise<void> {
  const pictures = [seen, ...(over ? [over] : [])].map(pictureOf).join('');
  await show(
    page,
    language,
    1280,
    800,
    `<div class="shot"><h1>${text}</h1><div class="seen">${pictures}</div></div>`,
  );
}

export async function smallTile(page: Page, { text, language }: Sentence): Promise<void> {
  await show(page, language, 440, 280, `<div class="small">${await brand()}<p>${text}</p></div>`);
}

/** @param seen part of the product, 520 wide */
export async function largeTile(
  page: Page,
  { text, language }: Sentence,
  seen: Uint8Array,
): Promise<void> {
  const inner = `${await brand()}<p>${text}</p>${pictureOf(seen)}`;
  await show(page, language, 1400, 560, `<div class="large">${inner}</div>`);
}

const brand = async () =>
  `<div class="brand">${(await readDrawing()).replace(/viewBox="[^"]*"/, 'viewBox="16 16 96 96"')}Truce</div>`;

async function show(page: Page, language: string, width: number, height: number, inner: string) {
  await page.setViewport({ width, height });
  await page.setContent(
    `<!doctype html><html lang="${language}"><style>${STYLE}</style><body>${inner}</body></html>`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
}
