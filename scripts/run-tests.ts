/**
 * One run of vitest, counted. A file whose process dies under it is run once more, alone, and that is said: V8 has been seen to
 * break down in a process that had opened dozens of embedded databases (SIGTRAP, once in some hundred thousand tests), which says
 * nothing about the file that happened to be its turn. What dies twice has failed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestSummary } from './summary-reporter.ts';

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const REPORTER = join(import.meta.dirname, 'summary-reporter.ts');

export interface TestRun {
  passed: number;
  failed: number;
  /** What the command ends with: 0 only if nothing failed. */
  code: number;
}

interface Where {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** @param args for vitest: files, filters, options */
export async function runTests(args: readonly string[], where: Where): Promise<TestRun> {
  const first = await vitest(args, where);
  const { died } = first;
  if (died.length === 0) return told(first);
  console.log(`The process died under ${died.join(', ')}: once more, alone.`);
  const again = await vitest(died, where);
  const { passed, failed } = first;
  return told({
    passed: passed + again.passed,
    failed: failed + again.failed + again.died.length,
    code: failed > 0 ? first.code : again.code,
  });
}

/** A run that ended badly without a failed test must not look like a good one. */
function told({ passed, failed, code }: TestRun): TestRun {
  const shown = failed === 0 && code !== 0 ? 1 : failed;
  return { passed, failed: shown, code: shown > 0 ? code || 1 : 0 };
}

async function vitest(
  args: readonly string[],
  { cwd, env }: Where,
): Promise<TestRun & Pick<TestSummary, 'died'>> {
  const scratch = await mkdtemp(join(tmpdir(), 'truce-tests-'));
  const file = join(scratch, 'summary.json');
  const reporters = ['--reporter=default', `--reporter=${REPORTER}`];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [VITEST, 'run', ...reporters, ...args], {
      cwd,
      env: { ...env, TRUCE_TEST_SUMMARY: file },
      stdio: 'inherit',
    });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
      resolve(exitCode ?? 1);
    });
  });
  const text = await readFile(file, 'utf8').catch(() => null);
  await rm(scratch, { recursive: true, force: true });
  // It broke before it could count.
  if (text === null) return { passed: 0, failed: 0, died: [], code };
  return { ...(JSON.parse(text) as TestSummary), code };
}
