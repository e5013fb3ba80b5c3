/**
 * `npm run listing:pictures`: what the extension stores show of Truce, from the running extension, in English and German: five screenshots and two
 * tiles each, into docs/listing/images. Its sentences are those of docs/listing/en.md and de.md. Options as those of docs-pictures.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { openLead } from '../demo/lead-page.ts';
import { connect } from '../demo/pairing.ts';
import { makeProgress } from '../demo/progress.ts';
import { heroOf } from '../demo/sample/arcs.ts';
import { TEAM } from '../demo/sample/team.ts';
import { makeStopping, onSignals } from '../demo/stopping.ts';
import { largeTile, screenshot, smallTile } from './pictures/compose.ts';
import { popupOver } from './pictures/popup.ts';
import { comeIn, leadUrl, pointAtChip } from './pictures/rep.ts';
import { openStage, openWorld, type Stage } from './pictures/stage.ts';
import { look, takeInto, whole } from './pictures/take.ts';

const ROOT = join(import.meta.dirname, '..');
const LISTING = join(ROOT, 'docs/listing');
/** What lies under the sentence. */
const SEEN = { width: 1184, height: 692 };
const SOON = 60_000;

const { values } = parseArgs({
  options: {
    into: { type: 'string', default: join(LISTING, 'images') },
    data: { type: 'string' },
    extension: { type: 'string' },
  },
});
const progress = makeProgress();
const stopping = makeStopping();
onSignals(() => void stopping.stop());
const tools = { progress, stopping };
const take = takeInto(resolve(values.into), whole);

/** What the product shows, in the order of the captions; the popup lies over the third. */
interface Views {
  pages: Uint8Array[];
  popup: Uint8Array;
  sidebar: Uint8Array;
}

async function asRep(stage: Stage): Promise<Views> {
  const { world, page } = stage;
  await comeIn(stage);
  await page.setViewport(SEEN);
  const hero = heroOf(world.people);
  await openLead(page, leadUrl(world, hero?.id), SOON);
  const lead = await look(page);
  await page.setViewport({ width: 1000, height: 560 });
  const sidebar = await look(page, { x: 480, y: 0, width: 520, height: 560 });
  await page.setViewport(SEEN);
  await page.goto(`${world.crm.origin}/#/contacts`);
  await page.waitForSelector('main li');
  const list = await look(page);
  await pointAtChip(page, `${hero?.firstName} ${hero?.lastName}`);
  const card = await look(page);
  await page.mouse.move(5, 5);
  const day = await popupOver(stage, 640, '[data-part="hot"] [data-lead]');
  const popup = await look(day);
  await day.close();
  return { pages: [lead, card, list], popup, sidebar };
}

async function asMarketer({ world, page, extensionOrigin }: Stage): Promise<Uint8Array[]> {
  const { client, admin } = world;
  await page.goto(`${extensionOrigin}/options.html`);
  const newCode = () => client.invite(admin, TEAM.ines.name, 'marketer', TEAM.ines.email);
  await connect(page, { storeUrl: client.url, newCode });
  await page.setViewport(SEEN);
  await page.goto(`${extensionOrigin}/review.html#queue`);
  await page.locator('[data-line]').click();
  await page.waitForSelector('[data-form="answer"]');
  const queue = await look(page);
  await page.goto(`${extensionOrigin}/review.html#definition`);
  // How much more often a lead with it is accepted: the last that comes in.
  await page.waitForFunction(() => /×\d/.test(document.body.textContent), { timeout: SOON });
  return [queue, await look(page)];
}

/** @returns the lines under a heading of the listing */
async function said(language: string, heading: string): Promise<string[]> {
  const text = await readFile(join(LISTING, `${language}.md`), 'utf8');
  const part = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return part
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.replace(/^\d+\. /, ''));
}

async function compose(page: Page, language: string, views: Views): Promise<void> {
  for (const [place, text] of (await said(language, 'Captions')).entries()) {
    const seen = views.pages[place];
    if (!seen) throw new Error(`Nothing was seen for “${text}”.`);
    await screenshot(page, { text, language }, seen, place === 2 ? views.popup : undefined);
    await take(page, `screenshot-${place + 1}-${language}`);
  }
  const [text = ''] = await said(language, 'Tile');
  await smallTile(page, { text, language });
  await take(page, `tile-small-${language}`);
  await largeTile(page, { text, language }, views.sidebar);
  await take(page, `tile-large-${language}`);
}

async function inLanguage(world: Stage['world'], language: string): Promise<void> {
  const seen = { language, extension: values.extension };
  const rep = await openStage(world, tools, seen);
  const views = await asRep(rep);
  await rep.browser.close();
  const marketer = await openStage(world, tools, seen);
  views.pages.push(...(await asMarketer(marketer)));
  await compose(await marketer.browser.newPage(), language, views);
  await marketer.browser.close();
}

try {
  const world = await openWorld(tools, values.data);
  for (const language of ['en', 'de']) {
    await progress.step(`Taking the pictures (${language})`, () => inLanguage(world, language));
  }
  progress.say(`Saved in ${resolve(values.into)}`);
} finally {
  await stopping.stop();
}
