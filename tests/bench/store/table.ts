/** What was measured, in one table: a row for each engine and size, and how each engine grew. */
import { ms, whole } from './figures.ts';
import type { IngestFigures } from './ingest.ts';
import type { Engine } from './options.ts';
import type { ReadFigures } from './reads.ts';

export interface Figures {
  engine: Engine;
  leads: number;
  events: number;
  ingest: IngestFigures[];
  reads: ReadFigures;
  load: number;
}

/** What is grown by is at most this for what is waited for, and at least that for what is taken in. */
const WAITS_AT_MOST = 1.5;
const TAKES_AT_LEAST = 0.8;

interface Column {
  title: string;
  of: (one: Figures) => number;
  shown: (value: number) => string;
  /** More of it is better. */
  isRate?: boolean;
}

const COLUMNS: readonly Column[] = [
  { title: 'events/s', of: ({ ingest }) => ingest[0]?.ingest ?? 0, shown: whole, isRate: true },
  {
    title: 'of INSERT',
    of: ({ ingest }) => ingest[0]?.ratio ?? 0,
    shown: (ratio) => ratio.toFixed(2),
    isRate: true,
  },
  { title: 'card p50', of: ({ reads }) => reads.card.p50, shown: ms },
  { title: 'card p99', of: ({ reads }) => reads.card.p99, shown: ms },
  { title: '5,000 events', of: ({ reads }) => reads.heavy.p50, shown: ms },
  { title: '50 scores p50', of: ({ reads }) => reads.lookUp.p50, shown: ms },
  { title: 'hot list p50', of: ({ reads }) => reads.hot.p50, shown: ms },
];

/** @returns the table, growth included where an engine was measured at several sizes */
export function tableOf(all: readonly Figures[]): string {
  const head = ['', 'leads', ...COLUMNS.map(({ title }) => title)];
  const measured = all.map((one) => [
    one.engine,
    whole(one.leads),
    ...COLUMNS.map(({ of, shown }) => shown(of(one))),
  ]);
  const engines = [...new Set(all.map(({ engine }) => engine))];
  const grown = engines.flatMap((engine) => growthOf(all.filter((one) => one.engine === engine)));
  return aligned([head, ...measured, ...grown]);
}

/** @returns the largest beside the smallest; `!` stands where it grew more, or takes less, than it should */
function growthOf(own: readonly Figures[]): string[][] {
  const [small, large] = [own[0], own.at(-1)];
  if (!small || !large || small === large) return [];
  const times = COLUMNS.map(({ of, isRate }) => {
    const by = of(large) / of(small);
    const isFine = isRate ? by >= TAKES_AT_LEAST : by <= WAITS_AT_MOST;
    return `× ${by.toFixed(2)}${isFine ? '' : ' !'}`;
  });
  return [[small.engine, `× ${(large.leads / small.leads).toFixed(0)}`, ...times]];
}

function aligned(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, place) =>
    Math.max(...rows.map((row) => row[place]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, place) => cell.padStart(widths[place] ?? 0)).join('   '))
    .join('\n');
}
