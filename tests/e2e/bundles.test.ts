import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder } from '../../demo/extension.ts';

/** What is in the packages, as it was built: nothing that makes code of text or fetches any, nothing that logs data. */
const BUILDS = (['chrome', 'firefox'] as const).flatMap((browser) =>
  (['production', 'demo'] as const).map((mode) => [browser, mode] as const),
);

/** Patterns that must not occur, but for as many times as known libraries have them. */
const NEVER: [string, RegExp, number][] = [
  ['eval', /(?<![\w.$])eval\s*\(/g, 0],
  ['code from a string', /setTimeout\(\s*["'`]|setInterval\(\s*["'`]/g, 0],
  ['a script from elsewhere', /<script[^>]+src=["']?(?:https?:)?\/\//g, 0],
  ['an import from elsewhere', /import\(\s*["'`](?:https?:)?\/\//g, 0],
  ['importScripts', /\bimportScripts\s*\(/g, 0],
  ['document.write', /document\.write\s*\(/g, 0],
  ['markup that is put in', /insertAdjacentHTML|\.outerHTML\s*=[^=]/g, 0],
  ['a source map', /sourceMappingURL/g, 0],
];

/** Our one line, what WXT and the polyfill say of their own use, and where React reports an error in the page it is in. */
const MAY_LOG = [
  /Truce: \$\{\w+\} failed: \$\{\w+\(\w+\)\}/,
  /The background's main\(\) function/,
  /API method doesn't seem to support|Failed to send onMessage/,
  /forceFrameRate|uncaughtException|DEVTOOLS|function \w+\(e\)\{console\.error\(e\)\}/,
];

describe.each(BUILDS)('the extension for %s (%s)', (browser, mode) => {
  const folder = extensionFolder({ browser, mode });
  const files = globSync('**/*.{js,html}', { cwd: folder });
  const text = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const found = (pattern: RegExp) =>
    [...text].flatMap(([file, content]) =>
      [...content.matchAll(pattern)].map(
        ({ index }) => `${file}: ${content.slice(Math.max(0, index - 60), index + 80)}`,
      ),
    );

  it('is there', () => expect(files.length).toBeGreaterThan(10));

  it('loads little with every page of a CRM: what records and lists need comes with them', () => {
    const scout = text.get('scout.js')?.length ?? Number.POSITIVE_INFINITY;
    // The demo's also has words for whoever develops it.
    expect(scout).toBeLessThanOrEqual(mode === 'production' ? 10_000 : 10_240);
  });

  it('brings the sidebar in few files, and the background in one, with nothing that only screens need', () => {
    const page = text.get('sidebar.html') ?? '';
    const asked = [...page.matchAll(/<script [^>]*|<link [^>]*/g)].map(([tag]) => tag);
    expect(asked.length).toBeLessThanOrEqual(4);
    const screens = [...text.keys()].filter((file) => /^chunks\/screens-/.test(file));
    expect(screens).toHaveLength(1);
    expect(page).toContain(screens[0]);
    const isReact = /Symbol\.for\(["'`]react\./;
    expect(text.get(screens[0] ?? '')).toMatch(isReact);
    expect(text.get('background.js')).not.toMatch(isReact);
    expect(text.get('background.js')).not.toContain('chunks/');
  });

  it.each(NEVER)('has no %s', (_, pattern) => expect(found(pattern)).toEqual([]));

  it('makes no function from text: the one place that can is zod’s, which is told not to', () => {
    const made = found(/new Function\(|(?<![\w$.])Function\(/g);
    const strays = made.filter(
      (where) => !/new Function\(``\)|new Function\(""\)|cloudflare/i.test(where),
    );
    expect(strays).toEqual([]);
  });

  it('puts no markup into a page: what can is React’s own', () => {
    expect(
      found(/\.innerHTML\s*=[^=]/g).filter((where) => !/createElement|__html/.test(where)),
    ).toEqual([]);
  });

  it('logs words of its own and the kind of an error, and nothing that anybody typed or read', () => {
    const strays = found(/console\.\w+\(/g).filter(
      (where) => !MAY_LOG.some((one) => one.test(where)),
    );
    expect(strays).toEqual([]);
    expect(found(/Truce: \$\{\w+\} failed: \$\{\w+\(\w+\)\}/g).length).toBe(1);
  });
});
