/**
 * Every attack of a hostile page in both browsers, by one command: `npm run test:hostile`. Prints what came of each;
 * with UPDATE_DOCS=1 the table of docs/hostile-page.md is written.
 */
import { spawnSync } from 'node:child_process';
import { ensureExtensionBuilt } from '../../../demo/extension.ts';
import { makeProgress } from '../../../demo/progress.ts';

const progress = makeProgress();
for (const browser of ['chrome', 'firefox'] as const) {
  await ensureExtensionBuilt({ browser, mode: 'demo' }, progress);
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'tests/e2e/hostile'],
  { stdio: 'inherit', env: { ...process.env, TRUCE_HOSTILE: 'all' } },
);
process.exitCode = status ?? 1;
