/**
 * `npm run test:fuzz`: a hundred thousand requests, from good ones to rubbish, at every route of a real store over real
 * sockets. `npm run test:fuzz -- --help` says what can be chosen.
 */
import { parseArgs } from 'node:util';
import { barrage, type Outcome } from './support/barrage.ts';
import { grown, leaksIn, mistakesIn, unreached } from './support/held.ts';
import { shownFault, shownHeld, tableOf } from './support/table.ts';
import { type FuzzEngine, startTeam } from './support/team.ts';

const HELP = `npm run test:fuzz -- [--requests 100000] [--seed N] [--engine pglite|postgres] [--connections 16] [--only N]

--only N sends request number N of the seed and nothing else; what it was answered is shown.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Math.trunc(Date.now() / 1000)) },
      engine: { type: 'string', default: 'pglite' },
      connections: { type: 'string', default: '16' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !['pglite', 'postgres'].includes(values.engine)) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const engine: FuzzEngine = values.engine === 'postgres' ? 'postgres' : 'pglite';
  const seed = Number(values.seed);
  const requests = Number(values.requests);
  console.log(`Seed ${seed}, ${requests} requests, ${engine}, ${values.connections} connections.`);
  const team = await startTeam(engine);
  try {
    const outcome = await barrage(team, {
      seed,
      requests,
      connections: Number(values.connections),
      looks: [10_000, 25_000, 50_000, 75_000],
      onFault: (fault) => console.error(shownFault(fault)),
      onProgress: (sent, faults) => console.error(`${sent} sent, ${faults} answers wrong`),
      ...(values.only === undefined ? {} : { only: Number(values.only) }),
    });
    return shown(
      outcome,
      team.store.output(),
      leaksIn(team),
      values.only !== undefined,
      `--seed ${seed} --engine ${engine}`,
    );
  } finally {
    await team.end();
  }
}

function shown(
  outcome: Outcome,
  log: string,
  leaks: readonly string[],
  isOne: boolean,
  again: string,
): number {
  const { lines, faults, held, seconds, crashed } = outcome;
  const sent = [...lines.values()].reduce((sum, line) => sum + line.sent, 0);
  console.log(`\n${tableOf(outcome)}\n`);
  console.log(
    `${sent} requests in ${seconds.toFixed(0)} s (${(sent / seconds).toFixed(0)} a second)`,
  );
  console.log(shownHeld(held));
  const mistakes = mistakesIn(log);
  const missed = isOne ? [] : unreached(lines);
  const memory = isOne ? null : grown(held);
  console.log(
    `\ncrashes ${crashed ? 1 : 0}, answers wrong ${faults.length}, mistakes in the log ${mistakes.length}, secrets in the log ${leaks.length}, routes not reached ${missed.length}, memory ${memory ?? 'flat'}`,
  );
  for (const fault of faults.slice(0, 20))
    console.log(
      `\n${shownFault(fault)}\n    again: npm run test:fuzz -- ${again} --only ${fault.shot.n}`,
    );
  for (const line of [...mistakes.slice(0, 10), ...leaks.slice(0, 10), ...missed])
    console.log(line);
  const bad =
    crashed ||
    memory !== null ||
    [faults, mistakes, leaks, missed].some(({ length }) => length > 0);
  return bad ? 1 : 0;
}

process.exitCode = await main();
