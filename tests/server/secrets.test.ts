import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SERVER = join(import.meta.dirname, '../../server');
/** What a guess could be compared with; not what only tells whether there is one at all. */
const COMPARED =
  /(?:hashed\(|_hash\b|[sS]ecret\b|[sS]ignature\b|[tT]oken\b|[vV]erifier\b)[^&|?;]*[!=]==(?!\s*(?:null|undefined|''|'[a-z-]+'))|[!=]==\s*[\w.]*(?:_hash|[sS]ecret|[sS]ignature|[tT]oken|[vV]erifier)\b/;

const linesOf = (text: string) => text.split('\n').filter((line) => COMPARED.test(line));

describe('a secret', () => {
  it('is compared in a time that tells nothing, wherever it is compared in the store', () => {
    const files = globSync('**/*.ts', { cwd: SERVER });
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      linesOf(readFileSync(join(SERVER, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it('would be seen if it were not', () => {
    for (const line of [
      'if (hashed(browser) !== begun.browser_hash) {',
      'return given === secret;',
      'if (token !== row.token) return null;',
    ]) {
      expect(linesOf(line), line).toEqual([line]);
    }
    for (const line of ['if (secret === null) {', "role === 'nobody' && token === undefined"]) {
      expect(linesOf(line), line).toEqual([]);
    }
  });
});
