/** What the benchmark of reports is asked to do. */
import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from '../store/options.ts';

export interface Options {
  engines: Engine[];
  /** How many leads the store has, smallest first; twenty events and half a verdict for each. */
  sizes: number[];
  /** How often each question is asked. */
  requests: number;
  json: string | null;
}

export const HELP = `npm run bench:reports
  How long the review desk waits for reports, the queue, patterns, the preview and the check-in: the real process, over a real
  socket, with a year of leads, events and verdicts in the tables.

  --engine NAME   ${ENGINES.join(' or ')}; may be given twice (both)
  --leads N       how many leads the store has; may be given more than once (10000, 100000)
  --requests N    how often each question is asked (20)
  --quick         2000 and 20000 leads, five times each: about two minutes
  --json FILE     writes the figures there, too
`;

/** @returns the options, or what is wrong with them in one sentence */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        engine: { type: 'string', multiple: true, default: [] },
        leads: { type: 'string', multiple: true, default: [] },
        requests: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
    const { quick } = values;
    const engines = values.engine.flatMap((name) => ENGINES.find((one) => one === name) ?? []);
    if (engines.length < values.engine.length) return `Engines are ${ENGINES.join(' and ')}.`;
    const sizes = values.leads.map(Number);
    if (!sizes.every((size) => size >= 1000)) return 'A thousand leads, at least.';
    const requests = Number(values.requests ?? (quick ? 5 : 20));
    if (!(requests >= 1)) return 'Every question has to be asked at least once.';
    return {
      engines: engines.length > 0 ? engines : [...ENGINES],
      sizes: (sizes.length > 0 ? sizes : quick ? [2000, 20_000] : [10_000, 100_000]).toSorted(
        (a, b) => a - b,
      ),
      requests,
      json: values.json ?? null,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
