/** A new CRM as docs/add-a-crm.md says, in a copy of the house: everything fits, and what is left is told. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, ROOT, readPages } from '../../docs/pages.ts';
import { run } from '../../docs/typed.ts';

const NEEDED = [
  'lib',
  'components',
  'entrypoints',
  'server',
  'scripts',
  'README.md',
  'package.json',
];
const TESTS = [
  'tests/unit/crm',
  'tests/unit/house.test.ts',
  'tests/fixtures/crm',
  'vitest.config.ts',
];
const printed = readPages()
  .filter(({ file }) => file === 'docs/add-a-crm.md')
  .flatMap(commandsOf)
  .find(({ text }) => text.startsWith('npm run new:adapter'));

describe('a new CRM', { timeout: 180_000 }, () => {
  let copy = '';
  let told = '';
  const text = (file: string) => readFileSync(join(copy, file), 'utf8');

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'truce-adapter-'));
    for (const part of [...NEEDED, ...TESTS])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const { code, output } = await run(printed?.text ?? 'false', {}, { cwd: copy });
    expect({ code, output }).toMatchObject({ code: 0 });
    told = output;
  }, 180_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is registered with all its parts, and every test passes but the one that says what is left', async () => {
    expect(told).toContain('lib/crm/recipes/my-crm.ts');
    expect(text('lib/crm/registry.ts')).toMatch(/import \{ myCrm \}[\s\S]+ {2}myCrm,\n\];/);
    expect(text('lib/crm/recipes/my-crm.ts')).toContain("hosts: ['https://crm.example.com/*']");
    const { code, output } = await run(
      "npx vitest run --project unit tests/unit/house.test.ts tests/unit/crm -t 'a recipe|an address|fill in'",
      {},
      { cwd: copy },
    );
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('1 failed'),
    });
    const marked = [
      'recipes/my-crm.ts',
      '-record.html',
      '-list.html',
      'README.md',
      'addresses.test.ts',
    ];
    for (const place of marked) expect(output).toContain(`${place}:`);
  });

  it('is not made twice, nor of words that are none', async () => {
    const again = await run(printed?.text ?? 'false', {}, { cwd: copy });
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('is there already') });
    const wrong = [
      ['', '--name "My CRM"'],
      ['--name Xy --hosts "http://"', 'is no host'],
      ['--name "!!"', 'cannot be its short name'],
    ] as const;
    for (const [words, says] of wrong) {
      const { code, output } = await run(`node scripts/new-adapter.ts ${words}`, {}, { cwd: copy });
      expect({ words, code, output }).toMatchObject({
        code: 2,
        output: expect.stringContaining(says),
      });
    }
  });
});
