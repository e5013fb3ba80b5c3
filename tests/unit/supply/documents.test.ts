import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A promise with a test that is not there is none. */
const ROOT = join(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(['docs/threat-model.md', 'SECURITY.md'])('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  it('names no file that is not there', () => {
    const paths = [...text.matchAll(/`((?:tests|lib|public|docs)\/[^`]+|[A-Z-]+\.md)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.filter((path) => globSync(path, { cwd: ROOT }).length === 0)).toEqual([]);
  });

  it('names no command that is not there', () => {
    const commands = [...text.matchAll(/`npm run ([^`]+)`/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the threat model names a test for everything that holds', () => {
  const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
  const [held = ''] = text.split('## What does not hold');
  const rows = held.split('\n').filter((line) => /^\| (?!attacker|from whom|--)/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  const without = rows.filter((row) => !/`tests\/|`npm run|the same/.test(row));
  expect(without).toEqual([]);
});
