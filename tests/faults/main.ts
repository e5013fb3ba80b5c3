/**
 * The fault suite by model: `npm run test:faults -- [--schedules 10000] [--seed S] [--processes 2] [--minutes 10]`, and one
 * schedule of it again: `--seed S --only N`.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './model/globals.ts';
import { preparedFolder } from '../server/support/template.ts';
import { nthOf, seedOfDay } from './model/seeds.ts';
import { shrunk, told } from './model/shrink.ts';
import { openStore } from './model/store.ts';
import { type Played, tableOf } from './model/table.ts';
import { tried } from './model/try.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(seedOfDay(new Date())) },
    only: { type: 'string' },
    processes: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '10' },
  },
});
const seed = Number(values.seed);

process.exitCode = values.only === undefined ? await all() : await one(Number(values.only));

async function all(): Promise<number> {
  const [schedules, processes] = [Number(values.schedules), Number(values.processes)];
  const begun = Date.now();
  const end = begun + Number(values.minutes) * 60_000;
  const played: Played[] = [];
  const folders: string[] = [];
  // The first makes what all are copies of.
  for (let part = 0; part < processes; part++) folders.push(await preparedFolder());
  const parts = folders.map((folder, part) => startPart(part, processes, schedules, folder));
  console.log(`Seed ${seed}: ${schedules} schedules in ${processes} processes.`);
  const progress = setInterval(() => tellProgress(played, schedules, begun), 2000);
  const late = setTimeout(() => parts.map((part) => part.kill()), end - Date.now());
  const codes = await Promise.all(parts.map((part) => ended(part, played)));
  clearInterval(progress);
  clearTimeout(late);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  const cpu = played.reduce((total, { cpuMs }) => total + cpuMs, 0) / 1000;
  console.log(
    `\n${tableOf(played)}\n\nSeed ${seed}, ${played.length} schedules in ${seconds} s, with ${cpu.toFixed(0)} s of processor time.`,
  );
  const broken = played.filter((one) => one.broken.length > 0).sort((a, b) => a.number - b.number);
  for (const { number, broken: what } of broken.slice(0, 10)) {
    console.log(
      `Schedule ${number}: ${what.map(({ what: kind, why }) => `${kind}: ${why}`).join('; ')}`,
    );
    console.log(`  again: npm run test:faults -- --seed ${seed} --only ${number}`);
  }
  if (played.length < schedules) {
    const why = codes.some((code) => code === 1)
      ? 'a process ended by itself'
      : 'the time was over';
    console.log(`Only ${played.length} of ${schedules} schedules were played: ${why}.`);
  }
  return broken.length > 0 || played.length < schedules ? 1 : 0;
}

function startPart(
  part: number,
  processes: number,
  schedules: number,
  folder: string,
): ChildProcess {
  const args = [...[seed, part, processes, schedules].map(String), folder];
  return fork(join(import.meta.dirname, 'model/part.ts'), args);
}

async function ended(part: ChildProcess, played: Played[]): Promise<number | null> {
  part.on('message', (message) => played.push(message as Played));
  return new Promise((resolve) => part.on('exit', resolve));
}

function tellProgress(played: readonly Played[], schedules: number, begun: number): void {
  const broken = played.filter((one) => one.broken.length > 0).length;
  const seconds = Math.round((Date.now() - begun) / 1000);
  const line = `${played.length} of ${schedules}, ${broken} broken, ${seconds} s`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else if (seconds % 30 < 2) console.log(line);
}

async function one(number: number): Promise<number> {
  const store = await openStore(await preparedFolder());
  const outcome = await tried(nthOf(seed, number), store);
  console.log(`Schedule ${number} of seed ${seed}:\n${told(outcome)}`);
  const isBroken = outcome.broken.length > 0;
  if (isBroken)
    console.log(`Without what it does not need:\n${told(await shrunk(outcome, store))}`);
  else console.log('Every promise was kept.');
  await store.close();
  return isBroken ? 1 : 0;
}
