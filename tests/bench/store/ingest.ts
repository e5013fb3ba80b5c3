/** Events over HTTP and, taking turns with them, the same rows by one bare INSERT per batch. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { seeded } from '../../../lib/score/learn/random.ts';
import type { Db } from '../../../server/db/database.ts';
import { toJson } from '../../../server/db/json.ts';
import { collectAnswer } from '../../../server/ingest/collect.ts';
import { readMessage } from '../../../server/ingest/message.ts';
import { type Cpu, cpuClock, spentBetween, sumOf } from './cpu.ts';
import type { Bench } from './engine.ts';
import { type Spread, spreadOf, timed } from './figures.ts';
import type { Options } from './options.ts';
import { type Batch, type Day, ordinary, worst } from './traffic.ts';

export const TRAFFIC = { ordinary, worst } as const;
export type Traffic = keyof typeof TRAFFIC;

export interface IngestFigures {
  traffic: Traffic;
  /** Events per second over HTTP, and of the bare INSERT. */
  ingest: number;
  insert: number;
  ratio: number;
  /** The ratio of each round by itself, lowest and highest. */
  ratios: [number, number];
  request: Spread;
  statement: Spread;
  /** Processor time per event in microseconds, of both processors together. */
  cpu: { ingest: Cpu; insert: Cpu };
  leadsPerBatch: number;
  events: number;
}

interface Prepared {
  /** Bodies for the store. */
  bodies: string[];
  /** The rows they become, for the bare INSERT. */
  rows: string[];
  messages: number;
  leads: number;
}

/** Goes first in every other round: whoever comes second finds the pages it needs in memory. */
export async function measureIngest(
  bench: Bench,
  traffic: Traffic,
  leads: number,
  options: Options,
): Promise<IngestFigures> {
  const { rounds, batchesPerRound, connections } = options;
  const run = `${traffic}-${leads}-${randomUUID().slice(0, 8)}`;
  const day: Day = { random: seeded(11), leads, run, now: Date.now };
  const spent = { ingest: 0, insert: 0 };
  const times = { ingest: [] as number[], insert: [] as number[] };
  const ratios: number[] = [];
  const cpu = { ingest: NONE, insert: NONE };
  const clock = cpuClock(bench.pid);
  let [events, people] = [0, 0];
  // One round that does not count: compilers, caches and connections warm up on both sides.
  for (let round = -1; round < rounds; round++) {
    const ready = prepare(bench, day, traffic, options);
    const took = { ingest: 0, insert: 0 };
    const ingest = async () => {
      const { sender } = await bench.running();
      const [before, began] = [clock(), performance.now()];
      const own = await timed(ready.bodies.length, connections, async (n) => {
        check(await sender.post('/v1/batch', ready.bodies[n] ?? ''), options.batch);
      });
      took.ingest = performance.now() - began;
      if (round < 0) return;
      times.ingest.push(...own);
      cpu.ingest = sumOf(cpu.ingest, spentBetween(before, clock()));
    };
    const insert = () =>
      bench.direct(async (db) => {
        const [before, began] = [clock(), performance.now()];
        const own = await timed(ready.rows.length, connections, (n) =>
          bare(db, ready.rows[n] ?? ''),
        );
        took.insert = performance.now() - began;
        if (round < 0) return;
        times.insert.push(...own);
        cpu.insert = sumOf(cpu.insert, spentBetween(before, clock()));
      });
    for (const turn of round % 2 === 0 ? [ingest, insert] : [insert, ingest]) await turn();
    if (round < 0) continue;
    spent.ingest += took.ingest;
    spent.insert += took.insert;
    ratios.push(took.insert / took.ingest);
    events += ready.messages;
    people += ready.leads;
  }
  return {
    traffic,
    ingest: (events / spent.ingest) * 1000,
    insert: (events / spent.insert) * 1000,
    ratio: spent.insert / spent.ingest,
    ratios: [Math.min(...ratios), Math.max(...ratios)],
    request: spreadOf(times.ingest),
    statement: spreadOf(times.insert),
    cpu: { ingest: perEvent(cpu.ingest, events), insert: perEvent(cpu.insert, events) },
    leadsPerBatch: people / (rounds * batchesPerRound),
    events,
  };
}

const NONE: Cpu = { store: 0, database: 0, client: 0 };

function perEvent({ store, database, client }: Cpu, events: number): Cpu {
  return { store: store / events, database: database / events, client: client / events };
}

/** What the store stores of these messages, made outside the clock for both sides. */
export function prepare(bench: Bench, day: Day, traffic: Traffic, options: Options): Prepared {
  const { batch, batchesPerRound } = options;
  const ready: Prepared = { bodies: [], rows: [], messages: 0, leads: 0 };
  for (let n = 0; n < batchesPerRound; n++) {
    const made = TRAFFIC[traffic](day, batch);
    ready.bodies.push(JSON.stringify({ batch: made.messages, sentAt: new Date().toISOString() }));
    ready.rows.push(toJson(rowsOf(bench, made)));
    ready.messages += made.messages.length;
    ready.leads += new Set(made.people).size;
  }
  return ready;
}

function rowsOf({ wsId, sourceId }: Bench, { messages, people }: Batch) {
  const receivedAt = Date.now();
  const envelope = { wsId, sourceId, source: 'Website', sentAt: undefined, receivedAt, type: null };
  return messages.flatMap((message, place) => {
    const read = readMessage(message, envelope);
    if (!read.ok) throw new Error(read.reason);
    const { event } = read.message;
    if (!event) return [];
    const { eventId, clockCorrected, at, ...rest } = event;
    return {
      ...rest,
      lead_id: people[place]?.leadId,
      // Of the same look as the stored one, which is a hash.
      event_id: randomUUID(),
      at: new Date(at).toISOString(),
      clock_corrected: clockCorrected,
    };
  });
}

/** A team that exists only in the event table, so that its rows lie beside the store's in the same indexes. */
const NOBODY = '00000000-0000-4000-8000-00000000bee5';

export async function bare(db: Db, rows: string): Promise<void> {
  await sql`insert into event (lead_id, ws_id, event_id, at, kind, name, title, path, url, campaign, channel,
      mail, source, machine, clock_corrected, props, received_at)
    select x.lead_id, ${NOBODY}::uuid, x.event_id, x.at, x.kind, x.name, x.title, x.path, x.url, x.campaign,
      x.channel, x.mail, x.source, x.machine, x.clock_corrected, x.props, ${new Date().toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as x(
      lead_id uuid, event_id uuid, at timestamptz, kind text, name text, title text, path text, url text,
      campaign text, channel text, mail text, source text, machine boolean, clock_corrected boolean,
      props jsonb)`.execute(db);
}

const shape = z.pick(collectAnswer, { accepted: true, refused: true });

function check(answer: string, messages: number): void {
  const { accepted, refused } = shape.parse(JSON.parse(answer));
  if (accepted !== messages) {
    throw new Error(`${messages} sent, ${accepted} kept, ${JSON.stringify(refused.slice(0, 2))}`);
  }
}
