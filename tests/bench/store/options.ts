/** What the benchmark of the store is asked to do. */
import { parseArgs } from 'node:util';

export const ENGINES = ['postgres', 'pglite'] as const;
export type Engine = (typeof ENGINES)[number];

export interface Options {
  engines: Engine[];
  /** How many leads the store has, smallest first; null: as many as suit each engine. */
  sizes: number[] | null;
  quick: boolean;
  eventsPerLead: number;
  /** Messages in one request. */
  batch: number;
  connections: number;
  rounds: number;
  batchesPerRound: number;
  /** Cards and look-ups that are timed. */
  reads: number;
  /** Of the cards that are timed while events come in. */
  busySeconds: number;
  json: string | null;
}

export const HELP = `npm run bench:store
  How fast the store is: the real process, over a real socket, beside a bare INSERT of the same rows into the same
  database in the same run.

  --engine NAME        ${ENGINES.join(' or ')}; may be given twice (both)
  --leads N            how many leads the store has; may be given more than once
                       (10000 and 100000; of the embedded database 2000 and 10000)
  --events-per-lead N  (20)
  --batch N            messages in one request (100)
  --connections N      requests in flight at once, and connections of the bare INSERT (4)
  --rounds N           how often ingest and INSERT take turns (6)
  --batches N          requests in one round (100)
  --reads N            how many cards and look-ups are timed (1000)
  --quick              2000 and 20000 leads (embedded: 1000 and 4000), less of everything
  --json FILE          writes the figures there, too
`;

/** @returns the options, or what is wrong with them in one sentence */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        engine: { type: 'string', multiple: true, default: [] },
        leads: { type: 'string', multiple: true, default: [] },
        'events-per-lead': { type: 'string', default: '20' },
        batch: { type: 'string', default: '100' },
        connections: { type: 'string', default: '4' },
        rounds: { type: 'string' },
        batches: { type: 'string' },
        reads: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
    const { quick, engine } = values;
    const strange = engine.find((name) => !ENGINES.includes(name as Engine));
    if (strange) return `There is no engine “${strange}”. Use ${ENGINES.join(' or ')}.`;
    const sizes = values.leads.length > 0 ? values.leads.map(Number) : null;
    if (sizes && !sizes.every((size) => size >= 1000)) return 'A thousand leads, at least.';
    const options: Options = {
      engines: engine.length > 0 ? (engine as Engine[]) : [...ENGINES],
      sizes: sizes?.toSorted((a, b) => a - b) ?? null,
      quick,
      eventsPerLead: Number(values['events-per-lead']),
      batch: Number(values.batch),
      connections: Number(values.connections),
      rounds: Number(values.rounds ?? (quick ? 4 : 6)),
      batchesPerRound: Number(values.batches ?? (quick ? 60 : 100)),
      reads: Number(values.reads ?? (quick ? 400 : 1000)),
      busySeconds: quick ? 4 : 15,
      json: values.json ?? null,
    };
    const odd = Object.values(options).some((one) => typeof one === 'number' && !(one >= 1));
    return odd ? 'Numbers have to be 1 or more.' : options;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A folder on one machine is for teams that begin. */
const SIZES: Record<Engine, { full: number[]; quick: number[] }> = {
  postgres: { full: [10_000, 100_000], quick: [2000, 20_000] },
  pglite: { full: [2000, 10_000], quick: [1000, 4000] },
};

/** @returns what was asked for, or what suits this engine */
export function sizesFor(engine: Engine, { sizes, quick }: Options): number[] {
  return sizes ?? SIZES[engine][quick ? 'quick' : 'full'];
}
