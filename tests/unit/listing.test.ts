import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config.ts';

/** What the extension stores are given (docs/listing) fits into their forms and says what the packages are. */
const ROOT = join(import.meta.dirname, '../..');
const LISTING = join(ROOT, 'docs/listing');
const read = (name: string) => readFileSync(join(LISTING, name), 'utf8');
const BROWSERS = ['Chrome', 'Edge', 'Firefox'] as const;
const LANGUAGES = ['en', 'de'] as const;

/** @returns what stands under this heading, as one would paste it */
function part(language: string, heading: string): string {
  const parts = read(`${language}.md`).split(/^## /m);
  const found = parts.find((each) => each.startsWith(`${heading}\n`));
  return (found ?? '').slice(heading.length).trim();
}
const lines = (text: string) => text.split('\n').map((line) => line.replace(/^(-|\d+\.) /, ''));

/** @returns width and height of a PNG */
function sizeOf(file: string): [number, number] {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** @returns the cells of a table's rows, head and rule left out */
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter(([first = '']) => !/^-+$/.test(first));

async function manifestOf(browser: string): Promise<Record<string, unknown>> {
  const { manifest } = config;
  const env = {
    browser,
    mode: 'production',
    manifestVersion: 3 as const,
    command: 'build' as const,
  };
  return { ...(typeof manifest === 'function' ? await manifest(env) : await manifest) };
}

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const catalog = JSON.parse(
    readFileSync(join(ROOT, `public/_locales/${language}/messages.json`), 'utf8'),
  ) as Record<'name' | 'description', { message: string }>;

  it('has the name and the summary of the package', () => {
    expect(part(language, 'Name')).toBe(catalog.name.message);
    expect(part(language, 'Summary')).toBe(catalog.description.message);
  });

  it('fits into every form', () => {
    const between = (heading: string, least: number, most: number) => {
      expect(part(language, heading).length, heading).toBeGreaterThanOrEqual(least);
      expect(part(language, heading).length, heading).toBeLessThanOrEqual(most);
    };
    between('Name', 1, 45);
    between('Summary', 1, 132);
    between('Summary for AMO', 1, 250);
    between('Description', 250, 10_000);
    const terms = lines(part(language, 'Search terms'));
    expect(terms.length).toBeLessThanOrEqual(7);
    for (const term of terms) expect(term.length, term).toBeLessThanOrEqual(30);
    expect(terms.join(' ').split(/\s+/).length).toBeLessThanOrEqual(21);
  });

  it('says in its description what is read and where it goes, as AMO asks', () => {
    expect(part(language, 'Description')).toMatch(
      language === 'en' ? /to your team['’]s own store/ : /an den Store Ihres eigenen Teams/,
    );
  });

  it('has five pictures with a caption each, and both tiles, in the sizes that are asked for', () => {
    expect(lines(part(language, 'Captions'))).toHaveLength(5);
    const picture = (name: string) => join(LISTING, 'images', `${name}-${language}.png`);
    for (const number of [1, 2, 3, 4, 5]) {
      expect(sizeOf(picture(`screenshot-${number}`))).toEqual([1280, 800]);
    }
    expect(sizeOf(picture('tile-small'))).toEqual([440, 280]);
    expect(sizeOf(picture('tile-large'))).toEqual([1400, 560]);
  });
});

describe('what is justified', () => {
  const justified = rowsOf(read('permissions.md')).filter(([name]) => name?.startsWith('`'));

  it.each(BROWSERS)(
    'is what the package for %s asks for, all of it and nothing else',
    async (browser) => {
      const manifest = await manifestOf(browser.toLowerCase());
      const asked = [
        'permissions',
        'host_permissions',
        'optional_permissions',
        'optional_host_permissions',
      ].flatMap((key) => (manifest[key] ?? []) as string[]);
      const here = justified
        .filter(([, browsers]) => browsers?.split(', ').includes(browser))
        .map(([name = '']) => name.replaceAll('`', ''));
      expect(here.toSorted()).toEqual(asked.toSorted());
      for (const [name, , , why = ''] of justified) expect(why.length, name).toBeGreaterThan(30);
    },
  );

  it('is asked for when it says so', async () => {
    const { optional_permissions, optional_host_permissions } = await manifestOf('chrome');
    const optional = [optional_permissions, optional_host_permissions].flat();
    for (const [name = '', , when = ''] of justified) {
      expect(when.startsWith('optional'), name).toBe(optional.includes(name.replaceAll('`', '')));
    }
  });

  it('and the data that Firefox shows is the data that is answered for', async () => {
    const { browser_specific_settings } = await manifestOf('firefox');
    const { gecko } = browser_specific_settings as {
      gecko: { data_collection_permissions: { required: string[] } };
    };
    const answered = rowsOf(read('data-use.md'))
      .filter(([, required]) => required === 'yes')
      .map(([name = '']) => name.replaceAll('`', ''));
    expect(answered).toEqual(gecko.data_collection_permissions.required);
  });
});

describe('the kit', () => {
  it('leads to files that are there', () => {
    for (const file of globSync('*.md', { cwd: LISTING })) {
      const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to]) => to);
      const missing = links.filter(
        (to) => !existsSync(join(dirname(join(LISTING, file)), to ?? '')),
      );
      expect(missing, file).toEqual([]);
    }
  });

  it('is small enough for a repository, and has no picture that nothing needs', () => {
    const images = globSync('images/*.png', { cwd: LISTING }).toSorted();
    const bytes = images.reduce((sum, file) => sum + statSync(join(LISTING, file)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
    expect(images).toHaveLength(1 + LANGUAGES.length * 7);
  });

  it('has an icon as the Chrome Web Store wants it, and the logo for Edge', () => {
    expect(sizeOf(join(ROOT, 'public/icon/128.png'))).toEqual([128, 128]);
    expect(sizeOf(join(LISTING, 'images/logo-300.png'))).toEqual([300, 300]);
  });
});

describe('the pictures of the documentation', () => {
  const IMAGES = join(ROOT, 'docs/images');

  it('are those that their list names', () => {
    const named = rowsOf(readFileSync(join(IMAGES, 'README.md'), 'utf8'))
      .map(([name = '']) => name.replaceAll('`', ''))
      .filter((name) => name.endsWith('.png'));
    expect(named.toSorted()).toEqual(globSync('*.png', { cwd: IMAGES }).toSorted());
  });
});
