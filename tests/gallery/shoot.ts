/**
 * Saves a picture of every screen in every state, and a page to look through them:
 * `npm run shots`, or `node tests/gallery/shoot.ts <directory> [part of a name] [look]`, as `shots store- de`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGallery } from './browser.ts';
import { type Look, lookAs, looksOf } from './looks.ts';
import { indexPage, type Shot } from './shots-page.ts';

const [target = 'shots', only = '', how = ''] = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
const gallery = await openGallery(folder);
try {
  await mkdir(target, { recursive: true });
  const page = await gallery.browser.newPage();
  await page.goto(gallery.address);
  const names = await page.evaluate(() => (window as unknown as { screens: string[] }).screens);
  const shots: Shot[] = [];
  for (const screen of names.filter((each) => each.includes(only))) {
    const looks = looksOf(screen).filter(({ name }) => name.includes(how));
    shots.push(...(await shoot(screen, looks)));
  }
  await writeFile(join(target, 'index.html'), indexPage(shots));
  console.info(`${shots.length} pictures: ${join(target, 'index.html')}`);

  async function shoot(screen: string, looks: Look[]): Promise<Shot[]> {
    const made: Shot[] = [];
    await page.goto(`${gallery.address}?screen=${screen}`);
    await page.waitForSelector('[data-ready]');
    for (const look of looks) {
      await lookAs(page, look);
      // What comes in softly has come.
      await page.evaluate(() => new Promise((next) => setTimeout(next, 80)));
      const file = `${screen}-${look.name}.png`;
      await page.screenshot({ path: join(target, file) as `${string}.png` });
      made.push({ screen, look: look.name, file });
    }
    return made;
  }
} finally {
  await gallery.close();
  await rm(folder, { recursive: true });
}
