/**
 * Nothing is lost on the real thing: `npm run test:faults:real [-- --rounds 200 --seed 7 --browser chromium --engine embedded
 * --only 12,13 --lanes 2 --minutes 30 --into rounds.jsonl]`. The built extension in real browsers, the real store, real
 * processes that are killed. What is played `into` a file is not played again by whoever goes on with it, and one table tells all.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureExtensionBuilt } from '../../../demo/extension.ts';
import { makeProgress } from '../../../demo/progress.ts';
import type { BrowserName } from './drivers.ts';
import { keep, keptIn } from './kept.ts';
import { isGood, type Played, runRounds } from './run.ts';
import type { Lane } from './scene.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    browser: { type: 'string' },
    engine: { type: 'string' },
    only: { type: 'string' },
    lanes: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '600' },
    into: { type: 'string' },
  },
});

/** So many rounds from one table to the next. */
const TOLD_EVERY = 20;

const ALL: readonly Lane[] = [
  { browser: 'chromium', engine: 'embedded' },
  { browser: 'firefox', engine: 'postgres' },
  { browser: 'chromium', engine: 'postgres' },
  { browser: 'firefox', engine: 'embedded' },
];

async function main(): Promise<number> {
  const seed = Number(values.seed);
  const rounds = Number(values.rounds);
  const only = values.only?.split(',').map(Number) ?? null;
  const lanes = ALL.filter(
    ({ browser, engine }) =>
      (!values.browser || values.browser === browser) &&
      (!values.engine || values.engine === engine),
  ).slice(0, Number(values.lanes));
  const longest = Number(values.minutes);
  if (lanes.length === 0 || ![seed, rounds, longest, ...(only ?? [])].every(Number.isInteger)) {
    console.error(
      'Browsers are chromium and firefox, engines embedded and postgres; all others are whole numbers.',
    );
    return 2;
  }
  const given = [
    `--rounds ${rounds} --seed ${seed}`,
    ...(values.browser ? [`--browser ${values.browser}`] : []),
    ...(values.engine ? [`--engine ${values.engine}`] : []),
    ...(values.lanes === '4' ? [] : [`--lanes ${values.lanes}`]),
  ].join(' ');
  const { into } = values;
  const all = into ? await keptIn(into, { seed, lanes }) : [];
  console.log(
    `${rounds} rounds, seed ${seed}${all.length > 0 ? `, ${all.length} of them before` : ''}`,
  );
  const end = new AbortController();
  process.once('SIGTERM', () => end.abort());
  const folder = await mkdtemp(join(tmpdir(), 'truce-faults-'));
  try {
    const built = await copies(folder, lanes);
    const began = performance.now();
    await runRounds({
      ...{ lanes, rounds, seed, only, minutes: longest, end: end.signal },
      played: new Set(all.map(({ plan }) => plan.number)),
      built: ({ browser }) => built[browser],
      onRound: (one) => {
        all.push(one);
        if (into) keep(into, one);
        report(one, given);
        if (all.length % TOLD_EVERY === 0) console.log(`\n${tableOf(all)}\n`);
      },
    });
    const minutes = (performance.now() - began) / 60_000;
    console.log(`\n${tableOf(all)}\n\nseed ${seed}, ${minutes.toFixed(1)} minutes`);
    return all.every(isGood) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Browsers are started again and again, perhaps while somebody builds. */
async function copies(
  folder: string,
  lanes: readonly Lane[],
): Promise<Record<BrowserName, string>> {
  const built = { chromium: join(folder, 'chromium'), firefox: join(folder, 'firefox') };
  const progress = makeProgress();
  for (const name of new Set(lanes.map(({ browser }) => browser))) {
    const kind = name === 'chromium' ? 'chrome' : 'firefox';
    const from = await ensureExtensionBuilt({ browser: kind, mode: 'demo' }, progress);
    await cp(from, built[name], { recursive: true });
  }
  return built;
}

function report(one: Played, given: string): void {
  const { lane, plan, result, why } = one;
  const what = `${String(plan.number).padStart(3)} ${lane.browser} ${lane.engine}: ${plan.fault.name}`;
  if (result && isGood(one)) {
    console.log(
      `${what}: ${result.saved} saved, all there after ${(result.balanceMs / 1000).toFixed(1)} s`,
    );
    return;
  }
  const { lost, doubled, misordered } = result ?? {};
  console.log(
    `${what}: FAILED ${result ? JSON.stringify({ lost, doubled, misordered }) : ''} ${why ?? ''}`,
  );
  console.log(`    again: npm run test:faults:real -- ${given} --only ${plan.number}`);
}

process.exitCode = await main();
