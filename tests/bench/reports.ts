/**
 * How long the review desk waits: `npm run bench:reports`. A store with a year of leads, events and verdicts; the real process is
 * asked over a real socket, one question at a time.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { EVENTS_PER_LEAD, fill } from './reports/fill.ts';
import { HELP, type Options, readOptions } from './reports/options.ts';
import { type Waited, waitedFor } from './reports/questions.ts';
import { openBench, SERVER_SETTINGS } from './store/engine.ts';
import { ms, whole } from './store/figures.ts';
import type { Engine } from './store/options.ts';

const CONNECTIONS = 4;
/** What is promised on a server with a hundred thousand leads. */
const GOALS = { report: 1000, queue: 100 };

interface Figures {
  engine: Engine;
  leads: number;
  load: number;
  waited: Waited[];
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 2;
  }
  console.log(
    `Node ${process.version}, ${cpus().length} processors; each question ${options.requests} times, one after the other.
PostgreSQL: ${SERVER_SETTINGS.join(', ')}, all else as it comes. Times in ms, over HTTP, as the desk sees them.`,
  );
  const all: Figures[] = [];
  for (const engine of options.engines) {
    for (const leads of options.sizes) {
      const figures = await measure(engine, leads, options);
      all.push(figures);
      console.log(shown(figures));
    }
  }
  if (options.json)
    await writeFile(options.json, JSON.stringify({ options, figures: all }, null, 1));
  return 0;
}

async function measure(engine: Engine, leads: number, options: Options): Promise<Figures> {
  const bench = await openBench(engine, CONNECTIONS);
  try {
    const began = performance.now();
    await fill(bench, leads);
    const took = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `\n${engine}, ${whole(leads)} leads, ${whole(leads * EVENTS_PER_LEAD)} events, ${whole(leads / 2)} verdicts and more, as many that wait: filled in ${took} s`,
    );
    const { member } = await bench.running();
    const waited = await waitedFor(member, options.requests);
    return { engine, leads, load: loadavg()[0] ?? 0, waited };
  } finally {
    await bench.end();
  }
}

function shown({ engine, leads, load, waited }: Figures): string {
  const lines = waited.map(({ question, times, first, bytes }) => {
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))];
    const [p50, p95] = [at(0.5) ?? 0, at(0.95) ?? 0];
    const goal = question === 'queue, first page' ? GOALS.queue : GOALS.report;
    const isMissed = engine === 'postgres' && leads <= 100_000 && p50 > goal;
    return `  ${question.padEnd(32)} ${ms(p50).padStart(8)} ${ms(p95).padStart(8)} ${ms(first).padStart(8)} ${whole(bytes / 1024).padStart(6)} kB${isMissed ? `   more than ${goal}` : ''}`;
  });
  const head = `  ${''.padEnd(32)} ${'median'.padStart(8)} ${'p95'.padStart(8)} ${'first'.padStart(8)}`;
  return [head, ...lines, `  load average ${load.toFixed(1)}`].join('\n');
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return 1;
});
