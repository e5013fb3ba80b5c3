import { beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../gallery/states.ts';
import { isLong, today } from '../length.ts';
import { type Faults, lookAt } from './look.ts';
import { galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();

/** `TRUCE_SCREENS=store` looks at those only, while one works on them. */
const ONLY = process.env.TRUCE_SCREENS ?? '';

describe('every screen', () => {
  const found: Record<string, Faults> = {};
  let screens: string[] = [];

  beforeAll(async () => {
    screens = await gallery.screens();
    // In short runs every other one, the others the next day.
    const left = screens
      .filter((screen) => screen.includes(ONLY))
      .filter((_, place) => isLong || ONLY || place % 2 === today % 2);
    if (!isLong) console.log(`The ways of day ${today} (TRUCE_DAY=${today} looks in them again)`);
    const worker = async () => {
      const page = await gallery.newPage();
      for (let screen = left.shift(); screen; screen = left.shift()) {
        found[screen] = await lookAt(page, screen, gallery.show);
      }
      await page.close();
    };
    await Promise.all([worker(), worker(), worker()]);
  }, 1_200_000);

  /** @returns the screens that have such faults, with them. */
  const faulty = (kind: keyof Faults) =>
    Object.fromEntries(
      Object.entries(found)
        .map(([screen, faults]) => [screen, faults[kind]] as const)
        .filter(([, faults]) => faults.length > 0),
    );

  it('is there', () => expect(Object.keys(found).length).toBeGreaterThan(ONLY ? 0 : 40));
  it('has every state one should look at', () =>
    expect(
      Object.values(STATES)
        .flat()
        .filter((screen) => !screens.includes(screen)),
    ).toEqual([]));
  it('has nothing that axe finds', () => expect(faulty('axe')).toEqual({}));
  it('is readable in the dark', () => expect(faulty('dark')).toEqual({}));
  it('has nothing that axe finds in German', () => expect(faulty('german')).toEqual({}));
  it('is readable in forced colours', () => expect(faulty('forced')).toEqual({}));
  it('fits into 320 px and into 200 %, in German and from right to left too', () =>
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
