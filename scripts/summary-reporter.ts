/**
 * Counts the results of all test projects and writes them to the file named by TRUCE_TEST_SUMMARY; with UPDATE_DURATIONS=1 it also
 * writes down how long each file took, for the queue of the next runs (test-queue.ts).
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { DURATIONS, type Durations, durations, UNKNOWN } from './test-queue.ts';

export interface TestSummary {
  passed: number;
  failed: number;
}

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const summary = countResults(modules, unhandledErrors.length);
    const file = process.env.TRUCE_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summary));
    if (process.env.UPDATE_DURATIONS) writeFileSync(DURATIONS, listed(modules));
  }
}

/** The longest first; what did not run this time is as it was, and what is short is not named. */
function listed(modules: readonly TestModule[]): string {
  const took = modules.map((module): [string, number] => [
    module.relativeModuleId,
    Math.round(module.diagnostic().duration / 1000),
  ]);
  const all: Durations = { ...durations(), ...Object.fromEntries(took) };
  const long = Object.entries(all)
    .filter(([file, seconds]) => seconds >= UNKNOWN && existsSync(file))
    .toSorted(([, one], [, other]) => other - one);
  return `${JSON.stringify(Object.fromEntries(long), null, 2)}\n`;
}

/**
 * @param unhandled errors outside of any test
 * @returns what passed and failed; a file that breaks without a failing test in it counts as one failure
 */
export function countResults(modules: readonly TestModule[], unhandled = 0): TestSummary {
  const summary = { passed: 0, failed: unhandled };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') summary.passed++;
      if (state === 'failed') failedHere++;
    }
    summary.failed += module.state() === 'failed' ? Math.max(1, failedHere) : failedHere;
  }
  return summary;
}
