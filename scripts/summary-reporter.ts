/**
 * Counts the results of all test projects and writes them to the file named by TRUCE_TEST_SUMMARY; with UPDATE_DURATIONS=1 it also
 * writes down how long each file took, for the queue of the next runs (test-queue.ts).
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import { DURATIONS, type Durations, durations, UNKNOWN } from './test-queue.ts';

export interface TestSummary {
  passed: number;
  failed: number;
  /** Files whose process died under them: none of their tests has a result, and nothing is counted for them. */
  died: string[];
}

/** How vitest says that one of its processes ended before it was done. */
const DIED = /^\[vitest-pool\]: Worker \w+ emitted error/;

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const summary = countResults(modules, unhandled);
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
 * @returns what passed and failed; a file that breaks without a failing test in it counts as one failure, and so does an
 *   unhandled error, unless it is a process that died with a file that is named
 */
function countResults(
  modules: readonly TestModule[],
  unhandled: readonly Pick<SerializedError, 'message'>[],
): TestSummary {
  const deaths = unhandled.filter(({ message }) => DIED.test(message)).length;
  const unfinished = modules.filter((module) => ['queued', 'pending'].includes(module.state()));
  const died = deaths === 0 ? [] : unfinished.map(({ relativeModuleId }) => relativeModuleId);
  const unnamed = Math.max(0, deaths - died.length);
  const summary = { passed: 0, failed: unhandled.length - deaths + unnamed, died };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed' && !died.includes(module.relativeModuleId)) summary.passed++;
      if (state === 'failed') failedHere++;
    }
    summary.failed += module.state() === 'failed' ? Math.max(1, failedHere) : failedHere;
  }
  return summary;
}
