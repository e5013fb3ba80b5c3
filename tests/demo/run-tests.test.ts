import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const HEAD =
  "import { it, expect } from 'vitest';\nimport { existsSync, writeFileSync } from 'node:fs';\n";
const GOOD = `${HEAD}it('holds', () => {}); it('holds too', () => {});`;
const BAD = `${HEAD}it('holds not', () => expect(1).toBe(2));`;
const DEAD = `${HEAD}it('holds', () => {}); it('is killed', () => process.kill(process.pid, 'SIGTRAP'));`;
const DEAD_ONCE = `${HEAD}it('holds', () => {});
it('is killed once', async () => {
  if (existsSync('killed')) return;
  writeFileSync('killed', '');
  process.kill(process.pid, 'SIGTRAP');
  await new Promise(() => {});
});`;

/** Runs these files as the tests of a project of its own. */
async function run(files: Record<string, string>) {
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const cwd = await mkdtemp(join(cache, 'truce-run-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await writeFile(join(cwd, 'vitest.config.ts'), 'export default {};');
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(cwd, `${name}.test.ts`), text);
  }
  const module = JSON.stringify(join(ROOT, 'scripts/run-tests.ts'));
  const script = `import { runTests } from ${module};
    console.log(JSON.stringify(await runTests([], { cwd: process.cwd(), env: process.env })));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd,
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = said.trim().split('\n');
  return { said, result: JSON.parse(lines.at(-1) ?? 'null') };
}

it('counts what passes and what fails', async () => {
  const { result } = await run({ good: GOOD, bad: BAD });
  expect(result).toEqual({ passed: 2, failed: 1, code: 1 });
});

it('runs a file once more whose process died under it, and says so', async () => {
  const { said, result } = await run({ good: GOOD, dead: DEAD_ONCE });
  expect(said).toContain('The process died under dead.test.ts: once more, alone.');
  expect(result).toEqual({ passed: 4, failed: 0, code: 0 });
});

it('has a file for failed whose process dies again', async () => {
  const { result } = await run({ good: GOOD, dead: DEAD });
  expect(result).toEqual({ passed: 2, failed: 1, code: 1 });
});
