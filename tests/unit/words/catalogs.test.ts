import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { list, number } from '../../../lib/words/numbers.ts';
import { failedInWords, told } from '../../../lib/words/problems.ts';
import { locale, speak, spoken } from '../../../lib/words/speak.ts';
import { uiWords } from '../../../lib/words/ui.ts';

const ROOT = join(import.meta.dirname, '../../..');
const rooms = globSync('lib/words/*/', { cwd: ROOT }).map((room) => room.replaceAll('\\', '/'));

/** What a catalog has at each of its names: the places of a text, what a function takes. */
function shapeOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'function') return [[path, `takes ${words.length}`]];
  if (typeof words === 'string') {
    return [[path, [...words.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')]];
  }
  return Object.entries(words as object).flatMap(([key, value]) =>
    shapeOf(value, `${path}.${key}`),
  );
}

const textsOf = (words: unknown): string[] =>
  typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(textsOf)
      : [];

async function catalogOf(room: string, language: 'en' | 'de'): Promise<unknown> {
  const module: Record<string, unknown> = await import(join(ROOT, room, `${language}.ts`));
  return module[language];
}

afterEach(() => speak('en-GB'));

describe('the catalogs', () => {
  it.each(rooms.filter((room) => !room.endsWith('problems')))(
    '%s says the same in both languages, with the same places for names',
    async (room) => {
      const [en, de] = await Promise.all([catalogOf(room, 'en'), catalogOf(room, 'de')]);
      expect(Object.fromEntries(shapeOf(de))).toEqual(Object.fromEntries(shapeOf(en)));
      expect(textsOf(de).filter((text) => /\b(the|you|your|and|with)\b/i.test(text))).toEqual([]);
    },
  );

  it('are asked for in the language of the browser, and English is for all others', async () => {
    expect(uiWords().verdicts.accepted.act).toBe('Accept');
    await speak('de-AT');
    expect([spoken(), locale(), uiWords().verdicts.accepted.act]).toEqual([
      'de',
      'de-AT',
      'Annehmen',
    ]);
    expect(list(['a', 'b', 'c'])).toBe('a, b und c');
    await speak('fr-FR');
    expect([spoken(), locale(), number(1234)]).toEqual(['en', 'en', '1,234']);
  });
});

describe('a problem', () => {
  const problem = {
    type: 'about:blank',
    code: 'conflict' as const,
    title: 'The name is taken',
    detail: 'Choose another.',
  };

  it('is told in its own English words, and in German by its kind, without losing what the store said', async () => {
    expect(told(problem)).toEqual({
      title: 'The name is taken',
      detail: 'Choose another.',
      original: null,
    });
    await speak('de-DE');
    expect(told(problem).title).toBe('Inzwischen hat sich etwas geändert');
    expect(told(problem).original).toBe('The name is taken. Choose another.');
    expect(told({ ...problem, code: 'offline', title: 'Gone' }).original).toBeNull();
  });

  it('in the words of a catalog is told in those', async () => {
    await speak('de-DE');
    const made = failedInWords('not-allowed', 'Der Browser durfte es nicht', 'Nichts geändert.');
    expect(made.ok || told(made.problem)).toEqual({
      title: 'Der Browser durfte es nicht',
      detail: 'Nichts geändert.',
      original: null,
    });
  });

  it('that the extension makes itself has German words', async () => {
    await speak('de-DE');
    const files = globSync('{lib/{sync,messaging,feedback,desk,sites},entrypoints}/**/*.{ts,tsx}', {
      cwd: ROOT,
    });
    const titles = files.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(/failed\(\s*'([a-z-]+)',\s*'([^']+)',/g),
      ].map(([, , title]) => title ?? ''),
    );
    expect(titles.length).toBeGreaterThan(10);
    const code = 'conflict' as const;
    const byKind = told({ ...problem, code }).title;
    expect(titles.filter((title) => told({ ...problem, code, title }).title === byKind)).toEqual(
      [],
    );
  });
});
