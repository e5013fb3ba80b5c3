import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../lib/messaging/protocol.ts';

/** Each page may send what its own code sends, and nothing besides: found by following what it imports. */
const ROOT = join(import.meta.dirname, '../../..');
const ENTRIES = {
  scout: 'scout/index.ts',
  sidebar: 'sidebar/main.tsx',
  rows: 'row-card/main.tsx',
  teach: 'teach/main.tsx',
  options: 'options/main.tsx',
  popup: 'popup/main.tsx',
  panel: 'panel/main.tsx',
  review: 'review/main.tsx',
  store: 'store/main.tsx',
};

/** @returns the messages named in the code of this page */
function sentBy(entry: string): string[] {
  const read = new Set<string>();
  const named = new Set<string>();
  const walk = (file: string) => {
    if (read.has(file) || !existsSync(join(ROOT, file))) return;
    read.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    // The protocol and its words name every message; they send none.
    if (!/^lib\/(messaging|words)\//.test(file)) {
      for (const name of Object.keys(RULES)) if (text.includes(`'${name}'`)) named.add(name);
    }
    const values = text.replaceAll(/(?:import|export) type [^;]*;/g, '');
    for (const [, to = ''] of values.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      walk(normalize(join(dirname(file), to)).replaceAll('\\', '/'));
    }
  };
  walk(join('entrypoints', entry));
  return [...named].sort();
}

describe('what a page may send', () => {
  it.each(Object.entries(ENTRIES))('%s: what its code sends, and nothing else', (kind, entry) => {
    const declared = Object.entries(RULES)
      .filter(([, { from }]) => from.some((each) => each === kind))
      .map(([name]) => name);
    // Claiming the nonce is for frames that are not confirmed yet.
    expect(sentBy(entry).filter((name) => name !== 'frame.claim')).toEqual(declared.sort());
  });

  it('gives nothing to a frame that is not confirmed but the claim', () => {
    const open = Object.entries(RULES).filter(([, { from }]) => from.includes('unconfirmed'));
    expect(open.map(([name]) => name)).toEqual(['frame.claim']);
  });
});
