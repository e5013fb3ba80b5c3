/** Counts the results of all test projects and writes them to the file named by TRUCE_TEST_SUMMARY. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestSummary {
  passed: number;
  failed: number;
}

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const summary = countResults(modules, unhandledErrors.length);
    const file = process.env.TRUCE_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summary));
  }
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
