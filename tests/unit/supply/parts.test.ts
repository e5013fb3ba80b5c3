import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../../scripts/audit.ts';
import { ALLOWED, licenceFiles } from '../../../scripts/licences.ts';
import { partsList } from '../../../scripts/sbom.ts';
import { shipped } from '../../../scripts/shipped.ts';

/** What goes out with Truce and is not ours: known, permitted, listed. */
const ROOT = join(import.meta.dirname, '../../..');

describe('what others made', () => {
  it('is under a licence that was looked at', () => {
    const strays = shipped().filter(({ licence }) => !ALLOWED.includes(licence));
    expect(strays).toEqual([]);
  });

  it.each(Object.entries(licenceFiles()))('is named in %s as it is now', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8'), 'Run `npm run licences`.').toBe(text);
  });

  it('is in the parts list, each of it and nothing else, with nothing of this machine', async () => {
    const list = await partsList();
    const named = list.components.map((part) => part['bom-ref']);
    expect(named.sort()).toEqual(
      shipped()
        .map(({ name, version }) => `${name}@${version}`)
        .sort(),
    );
    // One that npm forgets when it is asked to leave out what is for development.
    expect(named.some((ref) => ref.startsWith('pg@'))).toBe(true);
    expect(JSON.stringify(list)).not.toContain(ROOT);
    expect(list).not.toHaveProperty('serialNumber');
  });
});

describe('known holes', () => {
  const said = (counts: object, vulnerabilities = {}) =>
    JSON.stringify({ metadata: { vulnerabilities: counts }, vulnerabilities });
  const none = { low: 0, moderate: 0, high: 0, critical: 0 };

  it('fail when one is high or critical, and are named', () => {
    const hole = { pg: { severity: 'high', range: '<9', fixAvailable: true } };
    const { lines, bad } = verdictOn(said({ ...none, high: 1 }, hole));
    expect(bad).toBe(true);
    expect(lines).toEqual([
      'high: pg <9',
      'Known holes in what ships: 0 critical, 1 high, 0 moderate, 0 low.',
    ]);
    expect(verdictOn(said({ ...none, critical: 1 })).bad).toBe(true);
    expect(verdictOn(said({ ...none, moderate: 3 })).bad).toBe(false);
  });

  it('are not called absent when nobody could say', () => {
    for (const printed of ['', '{"message":"405 Method Not Allowed"}']) {
      const { lines, bad } = verdictOn(printed);
      expect(bad).toBe(false);
      expect(lines[0]).toContain('nothing was checked');
    }
  });
});
