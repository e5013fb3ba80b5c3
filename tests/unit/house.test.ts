import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipe } from '../../lib/contract/recipe.ts';
import { RECIPES } from '../../lib/crm/registry.ts';
import { ANSWERS } from '../../lib/messaging/answers.ts';
import { CARD_ANSWERS } from '../../lib/messaging/card-answers.ts';
import { RULES } from '../../lib/messaging/protocol.ts';

/** The rules of the house (docs/flow.md), held by a test because nobody remembers them all. */
const ROOT = join(import.meta.dirname, '../..');
const files = globSync('{lib,components,entrypoints,server,demo,scripts}/**/*.{ts,tsx,mjs}', {
  cwd: ROOT,
  exclude: (path) => /node_modules|demo\/crm\//.test(String(path)),
})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('demo/crm/'));
const source = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

/** What each room may import, besides itself and packages. */
const MAY: Record<string, string[]> = {
  'lib/contract': [],
  'lib/words': ['lib/contract'],
  'lib/crm': ['lib/contract'],
  'lib/score': ['lib/contract'],
  'lib/platform': ['lib/contract'],
  'lib/sites': ['lib/contract', 'lib/words', 'lib/platform', 'lib/crm', 'lib/page'],
  'lib/page': ['lib/contract', 'lib/crm'],
  'lib/teach': ['lib/contract', 'lib/words', 'lib/crm', 'lib/page'],
  'lib/messaging': ['lib/contract', 'lib/words', 'lib/platform'],
  'lib/feedback': ['lib/contract', 'lib/words', 'lib/platform', 'lib/messaging'],
  'lib/sync': ['lib/contract', 'lib/words', 'lib/platform', 'lib/feedback'],
  'lib/engagement': ['lib/contract', 'lib/words', 'lib/platform', 'lib/messaging', 'lib/sync'],
  'lib/lead': [
    'lib/contract',
    'lib/words',
    'lib/platform',
    'lib/messaging',
    'lib/engagement',
    'lib/sync',
    'lib/page',
  ],
  'lib/desk': [
    'lib/contract',
    'lib/words',
    'lib/score',
    'lib/platform',
    'lib/messaging',
    'lib/feedback',
    'lib/sync',
    'lib/page',
  ],
  'lib/admin': ['lib/contract', 'lib/words', 'lib/platform', 'lib/sync'],
  components: ['lib/contract', 'lib/words'],
  server: ['lib/contract', 'lib/score', 'lib/words'],
  entrypoints: ['lib', 'components'],
  scripts: ['demo', 'lib/contract', 'lib/crm', 'lib/sites'],
  demo: ['scripts', 'lib/contract', 'lib/crm', 'lib/feedback'],
};

const roomOf = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('lib/') ? 2 : 1)
    .join('/');

/** Relative imports of a file, types included, as paths from the root. */
function importsOf(file: string): string[] {
  const text = source.get(file) ?? '';
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1] ?? '')).replaceAll('\\', '/'),
  );
}

describe('the house', () => {
  it.each(Object.keys(MAY))('%s imports only what it may', (room) => {
    const allowed = MAY[room] ?? [];
    const strays = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => {
        const there = roomOf(target);
        return (
          there !== room && !allowed.some((may) => there === may || there.startsWith(`${may}/`))
        );
      });
    expect(strays).toEqual([]);
  });

  it('has no room without a rule', () => {
    expect(files.map(roomOf).filter((room) => !(room in MAY))).toEqual([]);
  });

  it('imports nothing in a circle', () => {
    const done = new Set<string>();
    const walk = (file: string, path: string[]): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const next of valueImportsOf(file)) {
        const circle = walk(next, [...path, file]);
        if (circle) return circle;
      }
      done.add(file);
      return null;
    };
    for (const file of files) expect(walk(file, [])).toBeNull();
  });

  it('has files one can read in one sitting', () => {
    const long = files.filter((file) => (source.get(file) ?? '').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('imports the polyfill once, fetches in lib/sync only, and never evaluates text', () => {
    const having = (pattern: RegExp, where: RegExp) =>
      files.filter((file) => where.test(file) && pattern.test(source.get(file) ?? ''));
    const extension = /^(lib|components|entrypoints)\//;
    expect(having(/from 'webextension-polyfill'/, extension)).toEqual(['lib/platform/browser.ts']);
    expect(having(/\bfetch\(/, extension).filter((file) => !file.startsWith('lib/sync/'))).toEqual(
      [],
    );
    expect(
      having(/innerHTML|insertAdjacentHTML|dangerouslySet|\beval\(|new Function/, extension),
    ).toEqual([]);
    expect(having(/\bbrowser\.|\bchrome\.|indexedDB/, /^components\//)).toEqual([]);
  });
});

/** Imports that exist at run time; types may point anywhere without making a circle. */
function valueImportsOf(file: string): string[] {
  const text = (source.get(file) ?? '').replaceAll(/(?:import|export) type [^;]*;/g, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map((match) => normalize(join(dirname(file), match[1] ?? '')).replaceAll('\\', '/'))
    .filter((target) => source.has(target));
}

describe('a recipe', () => {
  const files = globSync('lib/crm/recipes/*.ts', { cwd: ROOT }).map((file) =>
    basename(file, '.ts'),
  );

  it.each(files)(
    '%s is registered, whole, with fixtures, addresses and a row in the README',
    (crm) => {
      const own = RECIPES.find(({ id }) => id === crm);
      // What the schema of taught and shared recipes would refuse, no built-in one may have.
      expect(recipe.parse(own)).toEqual(own);
      expect(own?.page.pane).not.toEqual([]);
      expect(globSync(`tests/fixtures/crm/${crm}/*.html`, { cwd: ROOT })).not.toEqual([]);
      expect(source.get(`lib/crm/recipes/${crm}.ts`)?.trimEnd()).toMatch(/\n\/\/ https?:\/\/\S+$/);
      const row = `| ${own?.name} | ${own?.sureness} |`;
      expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(row);
    },
  );

  it('is registered once', () => {
    expect(RECIPES.map(({ id }) => id).sort()).toEqual(files.sort());
  });
});

describe('a message', () => {
  it('has a rule, an answer, and nothing that a CRM page may ask returns data', () => {
    expect(Object.keys(ANSWERS).sort()).toEqual(Object.keys(RULES).sort());
    const fromScout = Object.entries(RULES).filter(([, rule]) =>
      (rule.from as readonly string[]).includes('scout'),
    );
    for (const [name] of fromScout) {
      expect(ANSWERS[name as keyof typeof ANSWERS].safeParse(null).success).toBe(true);
    }
  });

  it('is answered in the rooms of a card if they may send it', () => {
    const rooms = ['unconfirmed', 'sidebar', 'rows', 'panel'];
    const asked = Object.entries(RULES)
      .filter(([, { from }]) => from.some((kind: string) => rooms.includes(kind)))
      .map(([name]) => name);
    expect(Object.keys(CARD_ANSWERS).sort()).toEqual(asked.sort());
  });
});
