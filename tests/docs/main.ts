/**
 * `npm run test:docs`: every command that the pages print, and how it is kept true. With `--all`, what CI does not run is run here, one
 * after the other, in a fresh copy of what is committed, as somebody has it who has just cloned it: that takes about an hour.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProgress } from '../../demo/progress.ts';
import { ensureBrowsers } from '../../scripts/install-browsers.ts';
import { commandsOf, type Printed, ROOT, readPages } from './pages.ts';
import { run } from './typed.ts';
import { eachOf, type Way, wayOf } from './ways.ts';

const printed = readPages()
  .flatMap(commandsOf)
  .flatMap(({ text, at }) => eachOf(text).map((one) => ({ text: one, at })));
const commands = [...new Map(printed.map((one) => [one.text, one])).values()];

if (process.argv.includes('--all')) process.exitCode = await runAll();
else
  for (const one of commands) console.log(`${one.text}\n    ${one.at}: ${said(wayOf(one.text))}`);

function said(way: Way | undefined): string {
  switch (way?.is) {
    case 'here':
      return 'run in CI as printed, against a store';
    case 'ci':
      return `CI: ${way.where}`;
    case 'hand':
      return `by hand: npm run test:docs -- --all${way.types ? ` (${way.types})` : ''}`;
    case 'not':
      return `not run: ${way.why}`;
    default:
      return 'NOBODY RUNS THIS';
  }
}

/** @returns what to end with: 1 when one of them did not work */
async function runAll(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'truce-docs-'));
  const copy = join(folder, 'truce');
  const { chromium } = await ensureBrowsers({ needFirefox: false, progress: makeProgress() });
  const env = { TRUCE_CHROMIUM: chromium, TRUCE_TEST_ENGINES: 'pglite' };
  let failures = 0;
  try {
    await run(`git clone --quiet "${ROOT}" "${copy}"`, {});
    for (const [text, way] of toRun(commands)) {
      const started = Date.now();
      const { code, output } = await within(way.minutes ?? 5, text, env, copy, way.until);
      const isGood = code === 0;
      if (!isGood) failures += 1;
      console.log(
        `${isGood ? 'good' : 'BAD '} ${((Date.now() - started) / 1000).toFixed(0)} s  ${text}`,
      );
      if (!isGood) console.log(output.trim().split('\n').slice(-15).join('\n'));
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log(failures === 0 ? 'All of them work.' : `${failures} do not work.`);
  return failures === 0 ? 0 : 1;
}

type ByHand = Extract<Way, { is: 'hand' }>;

/** What brings the packages in goes first. */
function toRun(some: readonly Printed[]): [string, ByHand][] {
  const found = new Map<string, ByHand>();
  for (const { text } of some) {
    const way = wayOf(text);
    if (way?.is === 'hand') found.set(way.types ?? text, way);
  }
  return [...found].sort(([a], [b]) => Number(b === 'npm ci') - Number(a === 'npm ci'));
}

async function within(
  minutes: number,
  text: string,
  env: Record<string, string>,
  cwd: string,
  until: RegExp | undefined,
) {
  return run(`timeout ${minutes}m sh -c '${text.replaceAll("'", `'\\''`)}'`, env, { cwd, until });
}
