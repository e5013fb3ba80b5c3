/**
 * `npm test`: brings in the browsers, builds everything that is tested, runs all tests. The last line is
 * always `N passed, N failed`, also when something before the tests goes wrong.
 *
 * Arguments go to vitest: `npm test -- tests/unit`. `--long` runs the long suites at their full length (tests/length.ts).
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCrmBuilt } from '../demo/crm-build.ts';
import { ensureExtensionBuilt } from '../demo/extension.ts';
import { makeProgress } from '../demo/progress.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { ensureTryton } from './install-tryton.ts';
import { run } from './run.ts';
import type { TestSummary } from './summary-reporter.ts';

const ROOT = join(import.meta.dirname, '..');

const LONG = '--long';

async function prepare(args: string[]): Promise<NodeJS.ProcessEnv> {
  const progress = makeProgress();
  const everything = args.length === 0;
  if (everything) {
    // First, because it is quick and what it finds is often what would fail later.
    await progress.step('Checking format, types, rules and dead code', () =>
      run('npm run check', 'npm', ['run', 'check'], { cwd: ROOT }),
    );
  }
  const { chromium, firefox } = await ensureBrowsers({ needFirefox: true, progress });
  await ensureCrmBuilt({ progress });
  // A whole CRM with a database of its own: only for the tests that visit it.
  const live = everything || args.some((arg) => arg.includes('e2e'));
  const tryton = live && (await ensureTryton(progress));
  for (const mode of ['demo', 'production'] as const) {
    for (const browser of ['chrome', 'firefox'] as const) {
      await ensureExtensionBuilt({ browser, mode }, progress);
    }
  }
  return {
    ...process.env,
    TRUCE_CHROMIUM: chromium,
    TRUCE_FIREFOX: firefox ?? '',
    TRUCE_TRYTON: tryton ? 'yes' : 'no',
    // The third is the hash-partitioned twin, on Debian's PostgreSQL where it is installed (tests/server/support/servers.ts).
    TRUCE_TEST_ENGINES:
      process.env.TRUCE_TEST_ENGINES ?? (everything ? 'pglite,postgres,spread' : 'pglite,postgres'),
  };
}

/**
 * Everything, in two streams side by side, one that waits for databases and one for browsers. With a third the two processors
 * are so busy that a CRM in a browser does not come to rest in the time that its tests have.
 */
const STREAMS = [
  ['server', 'unit', 'fuzz'],
  ['crm', 'components', 'faults', 'e2e'],
].map((projects) => projects.flatMap((project) => ['--project', project]));

/** @returns the counts, and the code vitest ended with; null counts when it broke before it could count */
async function runVitest(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ summary: TestSummary | null; code: number }> {
  const scratch = await mkdtemp(join(tmpdir(), 'truce-tests-'));
  const file = join(scratch, 'summary.json');
  const reporters = ['--reporter=default', '--reporter=./scripts/summary-reporter.ts'];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args],
      { cwd: ROOT, env: { ...env, TRUCE_TEST_SUMMARY: file }, stdio: 'inherit' },
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', reject);
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  const text = await readFile(file, 'utf8').catch(() => null);
  await rm(scratch, { recursive: true, force: true });
  return { summary: text ? (JSON.parse(text) as TestSummary) : null, code };
}

async function main(): Promise<number> {
  try {
    const given = process.argv.slice(2);
    const args = given.filter((arg) => arg !== LONG);
    const env = await prepare(args);
    if (given.includes(LONG)) env.TRUCE_LONG = 'yes';
    const streams = args.length === 0 ? STREAMS : [args];
    const ends = await Promise.all(streams.map((own) => runVitest(own, env)));
    const code = ends.find((end) => end.code !== 0)?.code ?? 0;
    const sum = (of: keyof TestSummary) =>
      ends.reduce((all, { summary }) => all + (summary?.[of] ?? 0), 0);
    const [passed, failed] = [sum('passed'), sum('failed')];
    // A run that ended badly without a failed test must not look like a good one.
    const shown = failed === 0 && code !== 0 ? 1 : failed;
    console.log(`${passed} passed, ${shown} failed`);
    return shown > 0 ? code || 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    return 1;
  }
}

process.exitCode = await main();
