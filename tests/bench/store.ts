/**
 * How fast the store is: `npm run bench:store`. The real process is asked over a real socket; the yardstick is a bare
 * `INSERT … jsonb_to_recordset` of the same rows into the same table, by as many connections, in turn with it.
 */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { openBench, SERVER_SETTINGS, settle } from './store/engine.ts';
import { ms, type Spread, whole } from './store/figures.ts';
import { type IngestFigures, measureIngest, TRAFFIC, type Traffic } from './store/ingest.ts';
import { loadStore } from './store/load.ts';
import { type Engine, HELP, type Options, readOptions, sizesFor } from './store/options.ts';
import { measureReads } from './store/reads.ts';
import { type Figures, tableOf } from './store/table.ts';

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
    `Node ${process.version}, ${cpus().length} processors; batches of ${options.batch}, ${options.connections} connections, ${options.rounds} rounds of ${options.batchesPerRound} batches.
PostgreSQL: ${SERVER_SETTINGS.join(', ')}, all else as it comes (fsync on). Times in ms, over HTTP, as the client sees them.`,
  );
  const all: Figures[] = [];
  for (const engine of options.engines) {
    for (const leads of sizesFor(engine, options)) {
      const figures = await measure(engine, leads, options);
      all.push(figures);
      console.log(shown(figures));
    }
  }
  console.log(`\n${tableOf(all)}`);
  if (options.json)
    await writeFile(options.json, JSON.stringify({ options, figures: all }, null, 1));
  return 0;
}

async function measure(engine: Engine, leads: number, options: Options): Promise<Figures> {
  const { connections, eventsPerLead } = options;
  const events = leads * eventsPerLead;
  const bench = await openBench(engine, connections);
  try {
    const began = performance.now();
    await bench.direct(async (db) => {
      await loadStore(db, bench.wsId, { leads, events, connections });
      await settle(db);
    });
    const took = (performance.now() - began) / 1000;
    console.log(
      `\n${engine}, ${whole(leads)} leads, ${whole(events)} events: loaded in ${took.toFixed(0)} s`,
    );
    const reads = await measureReads(bench, leads, options);
    const ingest: IngestFigures[] = [];
    for (const traffic of Object.keys(TRAFFIC) as Traffic[]) {
      ingest.push(await measureIngest(bench, traffic, leads, options));
    }
    return { engine, leads, events, ingest, reads, load: loadavg()[0] ?? 0 };
  } finally {
    await bench.end();
  }
}

function shown({ ingest, reads, load }: Figures): string {
  const spread = ({ p50, p99, most, n }: Spread) =>
    `p50 ${ms(p50).padStart(6)}   p99 ${ms(p99).padStart(6)}   most ${ms(most).padStart(6)}   (${n})`;
  const lines = ingest.map(
    (
      one,
    ) => `  ingest, ${one.traffic.padEnd(9)} ${whole(one.ingest).padStart(7)} events/s   INSERT alone ${whole(one.insert).padStart(7)}   ratio ${one.ratio.toFixed(2)} (${one.ratios.map((ratio) => ratio.toFixed(2)).join(' to ')})   ${one.leadsPerBatch.toFixed(0)} leads a batch
    a request          ${spread(one.request)}
    a bare INSERT      ${spread(one.statement)}
    ${processors(one)}`,
  );
  return [
    ...lines,
    `  card                 ${spread(reads.card)}`,
    `  card, 5,000 events   ${spread(reads.heavy)}`,
    `  scores of 50         ${spread(reads.lookUp)}`,
    `  hot list             ${spread(reads.hot)}`,
    `  card, ${whole(reads.busyRate).padStart(5)} events/s  ${spread(reads.busy)}`,
    `  load average ${load.toFixed(1)}`,
  ].join('\n');
}

/** Holds while others work on the machine, too. The embedded database is part of the store's process, or of the client's. */
function processors({ cpu: { ingest, insert } }: IngestFigures): string {
  const [own, bare] = [ingest.store + ingest.database, insert.database + insert.client];
  const us = (value: number) => `${value.toFixed(1)} µs`;
  return `processors, an event: store ${us(ingest.store)} + database ${us(ingest.database)} = ${us(own)} (its sender ${us(ingest.client)})   INSERT alone: database ${us(insert.database)} + client ${us(insert.client)} = ${us(bare)}   ratio ${(bare / own).toFixed(2)}`;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return 1;
});
