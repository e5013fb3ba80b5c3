/**
 * `npm test`: brings in the browsers, builds everything that is tested, runs all tests. The last line is
 * always `N passed, N failed`, also when something before the tests goes wrong.
 *
 * Arguments go to vitest: `npm test -- tests/unit`. `--long` runs the long suites at their full length (tests/length.ts).
 */
import { join } from 'node:path';
import { ensureCrmBuilt } from '../demo/crm-build.ts';
import { ensureExtensionBuilt } from '../demo/extension.ts';
import { makeProgress, type Progress } from '../demo/progress.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { ensureTryton } from './install-tryton.ts';
import { run } from './run.ts';
import { runTests } from './run-tests.ts';

const ROOT = join(import.meta.dirname, '..');

const LONG = '--long';

/**
 * Everything that the tests need, side by side: the CRM waits for the network while the check computes. What goes wrong first
 * ends the others.
 */
async function prepare(args: string[]): Promise<NodeJS.ProcessEnv> {
  const everything = args.length === 0;
  // Plain lines: several spinners would draw over each other.
  const progress = makeProgress({ write: (text) => process.stdout.write(text) });
  const stop = new AbortController();
  try {
    const [programs] = await Promise.all([
      programsFor(args, progress),
      checkAndBuild(everything, progress, stop.signal),
      ensureCrmBuilt({ progress, signal: stop.signal }),
    ]);
    return { ...process.env, ...programs, ...settingsFor(everything) };
  } catch (error) {
    stop.abort();
    throw error;
  }
}

/** By apt, which does one thing at a time. */
async function programsFor(args: string[], progress: Progress): Promise<NodeJS.ProcessEnv> {
  const { chromium, firefox } = await ensureBrowsers({ needFirefox: true, progress });
  // A whole CRM with a database of its own: only for the tests that visit it.
  const isLive = args.length === 0 || args.some((arg) => arg.includes('e2e'));
  const tryton = isLive && (await ensureTryton(progress));
  return {
    TRUCE_CHROMIUM: chromium,
    TRUCE_FIREFOX: firefox ?? '',
    TRUCE_TRYTON: tryton ? 'yes' : 'no',
  };
}

/** One after the other, since all of them write the same types. */
async function checkAndBuild(
  everything: boolean,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  if (everything) {
    // First, because it is quick and what it finds is often what would fail later.
    await progress.step('Checking format, types, rules and dead code', () =>
      run('npm run check', 'npm', ['run', 'check'], { cwd: ROOT, signal }),
    );
  }
  for (const mode of ['demo', 'production'] as const) {
    for (const browser of ['chrome', 'firefox'] as const) {
      await ensureExtensionBuilt({ browser, mode }, progress, signal);
    }
  }
}

function settingsFor(everything: boolean): NodeJS.ProcessEnv {
  const { TRUCE_TEST_ENGINES, TRUCE_TEST_WORKERS, NODE_COMPILE_CACHE } = process.env;
  return {
    // PGlite and by turns the newest PostgreSQL or an older one with partitioned tables (tests/server/support/servers.ts).
    TRUCE_TEST_ENGINES: TRUCE_TEST_ENGINES ?? (everything ? 'by-day' : 'pglite,postgres'),
    // Two at once (vitest.config.ts). With three a CRM in a browser does not come to rest in the time that its tests have.
    TRUCE_TEST_WORKERS: TRUCE_TEST_WORKERS ?? (everything ? '2' : ''),
    // A hundred processes compile the same server.
    NODE_COMPILE_CACHE: NODE_COMPILE_CACHE ?? join(ROOT, 'node_modules/.cache/truce-compiled'),
  };
}

async function main(): Promise<number> {
  try {
    const given = process.argv.slice(2);
    const args = given.filter((arg) => arg !== LONG);
    const env = await prepare(args);
    if (given.includes(LONG)) env.TRUCE_LONG = 'yes';
    const { passed, failed, code } = await runTests(args, { cwd: ROOT, env });
    console.log(`${passed} passed, ${failed} failed`);
    return code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    return 1;
  }
}

process.exitCode = await main();
