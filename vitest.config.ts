import { defineConfig } from 'vitest/config';
import TestQueue from './scripts/test-queue.ts';

/** How many files at once, in a run of everything (scripts/test.ts). */
const workers = Number(process.env.TRUCE_TEST_WORKERS) || null;

/** Everything takes from one queue; the workers of one pool have to be as many in every project of it. */
const queued = workers ? { maxWorkers: workers } : {};

/**
 * One process for many files: to load the server and compile the database anew for each costs a processor six seconds, more
 * than most files do. No test of the server puts something else in the place of a module; whoever changes something of the
 * whole process changes it back.
 */
const together = { isolate: false };

/**
 * Browsers and databases share two processors with the tests, so by themselves only the quick ones run beside each other.
 * What is polled for has as long as what a browser is asked for: a second is too short beside something busy.
 */
const alone = {
  ...(workers ? queued : { fileParallelism: false }),
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    ...(workers ? { sequence: { sequencer: TestQueue } } : {}),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/demo/**/*.test.ts'],
          // A thousand histories take their time where two processors are shared with everything else.
          testTimeout: 60_000,
          ...queued,
        },
      },
      { test: { name: 'crm', include: ['tests/crm/**/*.test.ts'], ...alone } },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: './tests/server/support/global-setup.ts',
          ...alone,
          ...together,
        },
      },
      // Short seeds of the long suites; their own commands run them for as long as one likes.
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], ...alone } },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          globalSetup: './tests/server/support/global-setup.ts',
          ...alone,
        },
      },
      { test: { name: 'components', include: ['tests/components/**/*.test.{ts,tsx}'], ...alone } },
      // Real browsers on two shared processors: what fails once and passes at once was the machine.
      // What a test waits for has half a minute or one at each of its steps, so the whole has more than that.
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          retry: 1,
          ...alone,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
