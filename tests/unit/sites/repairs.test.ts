import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Repairs } from '../../../lib/contract/repairs.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';
import { applied, verified } from '../../../lib/sites/repairs.ts';
import { signed } from '../../../scripts/repairs.ts';
import testKey from '../../fixtures/repairs-test-key.json' with { type: 'json' };

const NOW = Date.UTC(2027, 0, 20);
const KEYS = [testKey.publicKey];
const NAMES = { page: { facts: { name: ['h2.who'] } } };

/** A list as the maintainers make it; `more` may be anything, so that it may be wrong. */
const aList = (more: object = {}, head: object = {}) => ({
  truce: 'repairs',
  madeAt: '2027-01-15T08:00:00.000Z',
  repairs: [{ id: 'atomic', checkedOn: '2027-01-15', ...NAMES, ...more }],
  ...head,
});
const text = (list: unknown = aList()) => signed(list, testKey.privateKey);
const look = (served: string, newest: string | null = null, keys: readonly string[] = KEYS) =>
  verified(served, keys, NOW, newest);
const detail = async (...asked: Parameters<typeof look>) => {
  const answer = await look(...asked);
  return answer.ok ? 'believed' : answer.problem.detail;
};
const atomicWith = async (list: unknown) => {
  const believed = await look(text(list));
  const recipes = applied(RECIPES, believed.ok ? believed.value : null);
  return recipes.find(({ id }) => id === 'atomic');
};
const atomic = RECIPES.find(({ id }) => id === 'atomic');

describe('a list of repairs', () => {
  it('is believed when the right key has signed it', async () => {
    expect(await look(text())).toEqual({ ok: true, value: aList() });
    const other = await import('node:crypto').then(({ generateKeyPairSync }) =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    );
    const spki = other.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
    expect(await detail(text(), null, [spki, testKey.publicKey])).toBe('believed');
    expect(await detail(text(), null, [spki])).toContain('Nobody whom this Truce believes');
  });

  it('is not believed by a build without a key, nor by one whose key is none', async () => {
    expect(await detail(text(), null, [])).toContain('Nobody');
    expect(await detail(text(), null, ['AAAA', '', '***'])).toContain('Nobody');
  });

  it('is not believed when anything in it was changed', async () => {
    const served: { payload: string; signature: string } = JSON.parse(text());
    const { payload: other } = JSON.parse(text(aList({ page: { facts: { name: ['h1'] } } })));
    expect(await detail(JSON.stringify({ ...served, payload: other }))).toContain('Nobody');
    const flipped = fc.nat(served.signature.length - 2).map((at) => {
      const sign = served.signature.charAt(at) === 'A' ? 'B' : 'A';
      return served.signature.slice(0, at) + sign + served.signature.slice(at + 1);
    });
    await fc.assert(
      fc.asyncProperty(flipped, async (signature) => {
        expect((await look(JSON.stringify({ ...served, signature }))).ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('does not go back, and may be the same again', async () => {
    expect(await detail(text(), '2027-01-15T08:00:00.000Z')).toBe('believed');
    expect(await detail(text(), '2027-01-15T07:59:59.999Z')).toBe('believed');
    expect(await detail(text(), '2027-01-15T08:00:00.001Z')).toContain('does not go back');
  });

  it('is not from the future, or no other could ever follow', async () => {
    expect(await detail(text(aList({}, { madeAt: '2027-01-20T20:00:00Z' })))).toBe('believed');
    expect(await detail(text(aList({}, { madeAt: '2037-01-20T20:00:00Z' })))).toContain('future');
  });

  it.each([
    ['no JSON', 'nothing'],
    ['another thing', '{"hello":"world"}'],
    ['unsigned', JSON.stringify(aList())],
    ['signed, but no list', text({ repairs: [] })],
    ['signed, but no JSON', signed('', testKey.privateKey)],
    ['signed, without a day', text(aList({}, { madeAt: 'yesterday' }))],
  ])('that is %s is refused', async (_, served) => {
    expect((await look(served)).ok).toBe(false);
  });

  it('is refused whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (served) => {
        expect((await look(served)).ok).toBe(false);
      }),
    );
  });

  it('comes back as it was signed', async () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2027-01-19') });
    const selectors = fc.array(fc.string({ minLength: 1, maxLength: 400 }), { maxLength: 5 });
    const lists = fc
      .record({
        madeAt: days.filter((day) => !Number.isNaN(day.getTime())).map((day) => day.toISOString()),
        repairs: fc.uniqueArray(
          fc.record({
            id: fc.constantFrom(...RECIPES.map(({ id }) => id)),
            checkedOn: fc.constantFrom('2026-11-01', '2027-01-15'),
            ignore: selectors,
            frames: selectors,
          }),
          { selector: ({ id }) => id },
        ),
      })
      .map((list): Repairs => ({ truce: 'repairs', ...list }));
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        expect(await look(text(list))).toEqual({ ok: true, value: list });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a repair', () => {
  it('changes the parts it names, and leaves the others as they were', async () => {
    const list = { row: ['.line'], facts: { name: ['b'] } };
    const repaired = await atomicWith(aList({ list, ignore: ['.feed'] }));
    const parts = { ...NAMES, list, ignore: ['.feed'], checkedOn: '2027-01-15' };
    expect(repaired).toEqual({ ...atomic, ...parts });
  });

  it('counts only when it is newer than the recipe that came with Truce', async () => {
    expect(await atomicWith(aList({ checkedOn: atomic?.checkedOn }))).toBe(atomic);
    expect(await atomicWith(aList({ checkedOn: '2020-01-01' }))).toBe(atomic);
  });

  it.each([
    ['hosts', ['https://*.example/*']],
    ['records', { contact: ['/**'] }],
    ['lists', { contact: ['/**'] }],
    ['ids', 'word'],
    ['name', 'Atomic'],
    ['sureness', 'verified live'],
    ['wrapped', ['to']],
    ['sameHost', [['.a.example', '.b.example']]],
    ['empty', ['-']],
  ])('that tries to change %s is left out, even when it is signed', async (key, value) => {
    expect(await atomicWith(aList({ [key]: value }))).toBe(atomic);
  });

  it('that this Truce does not understand costs the others nothing', async () => {
    const [good] = aList().repairs;
    const strange = { id: 'odoo', checkedOn: '2027-01-15', page: { facts: { name: [{ ai: 1 }] } } };
    const believed = await look(text(aList({}, { repairs: [strange, 5, good] })));
    expect(believed).toMatchObject({ ok: true, value: { repairs: [good] } });
  });

  it('of a CRM that does not come with Truce changes nothing', async () => {
    const believed = await look(text(aList({ id: 'pinewood' })));
    expect(applied(RECIPES, believed.ok ? believed.value : null)).toEqual(RECIPES);
  });
});

// Each call starts a process, which takes its time when others want the processors too.
describe('the tool for repairs', { timeout: 60_000 }, () => {
  const folder = () => {
    const dir = mkdtempSync(join(tmpdir(), 'truce-repairs-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    return dir;
  };
  const tool = (...args: string[]): string => {
    const script = join(import.meta.dirname, '../../../scripts/repairs.ts');
    try {
      return execFileSync(process.execPath, [script, ...args], { stdio: 'pipe' }).toString();
    } catch (error) {
      return `failed: ${(error as { stderr: Buffer }).stderr}`;
    }
  };

  it('makes a key that only its owner reads, signs with it, and checks', async () => {
    const dir = folder();
    const publicKey = tool('new-key', dir).trim();
    const privateKey = join(dir, 'repairs-key.pem');
    expect(statSync(privateKey).mode & 0o777).toBe(0o600);
    expect(tool('new-key', dir)).toMatch(/^failed: .*EEXIST/);
    const file = join(dir, 'list.json');
    writeFileSync(file, JSON.stringify(aList()));
    expect(tool('sign', file, '--key', privateKey)).toContain('list.signed.json');
    const served = readFileSync(join(dir, 'list.signed.json'), 'utf8');
    expect(await detail(served, null, [publicKey])).toBe('believed');
    expect(await detail(served)).toContain('Nobody');
  });

  it('says what a signed list would change', () => {
    const dir = folder();
    const file = join(dir, 'signed.json');
    writeFileSync(file, text(aList({}, { madeAt: '2026-01-01T00:00:00Z' })));
    const said = tool('check', file, '--key', testKey.publicKey);
    expect(said).toMatch(
      /^Good, made at 2026-01-01T00:00:00Z\.\natomic: page of 2027-01-15; counts/,
    );
    expect(tool('check', file, '--key', 'AAAA')).toMatch(/^failed: .*Nobody/);
  });

  it.each([
    ['a key that no repair has', aList({ hosts: [] }), '“repairs.0”'],
    ['a CRM that is not known', aList({ id: 'pinewood' }), 'No CRM “pinewood”'],
    ['one CRM twice', aList({}, { repairs: [...aList().repairs, ...aList().repairs] }), 'once'],
    ['a place that is none', aList({ page: { facts: { name: [''] } } }), 'repairs.0.page.facts'],
  ])('does not sign a list with %s, and says so', (_, list, words) => {
    const dir = folder();
    const [file, key] = [join(dir, 'list.json'), join(dir, 'key.pem')];
    writeFileSync(file, JSON.stringify(list));
    writeFileSync(key, testKey.privateKey);
    const said = tool('sign', file, '--key', key);
    expect(said).toMatch(/^failed: /);
    expect(said).toContain(words);
  });

  it('says how it is used', () => {
    expect(tool('sign', 'list.json')).toContain('node scripts/repairs.ts sign FILE --key PRIVATE');
  });
});
