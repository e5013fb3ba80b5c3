/** The table of `bench:page`: medians, and beside each the median of what it is more than the empty script in the same round. */
import * as z from 'zod/mini';
import type { Sample } from './sample.ts';

const sampleShape = z.object({
  script: z.number(),
  task: z.number(),
  heap: z.number(),
  shift: z.number(),
  long: z.number(),
  // Runs before it was looked at have none.
  blocked: z._default(z.number(), 0),
});
const cellShape = z.object({ page: z.string(), way: z.string(), samples: z.array(sampleShape) });
export const reportShape = z.object({
  machine: z.string(),
  rounds: z.number(),
  seed: z.number(),
  bytes: z.record(z.string(), z.number()),
  /** MB, over so many navigations. */
  growth: z.number(),
  navigations: z.number(),
  cells: z.array(cellShape),
});

export type Cell = z.infer<typeof cellShape>;
export type Report = z.infer<typeof reportShape>;

export const FIGURES = ['script', 'task', 'heap'] as const satisfies (keyof Sample)[];
const DIGITS = { script: 1, task: 0, heap: 2 };
const LEAST = 'empty script';

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Pairs are of one round. */
function more(cell: Cell, least: Cell | undefined, figure: keyof Sample): number[] {
  return cell.samples.flatMap((sample, round) => {
    const other = least?.samples[round];
    return other ? [sample[figure] - other[figure]] : [];
  });
}

/** @param before the run before this one, for what moved since */
export function print(report: Report, before: Report | null, figures: typeof FIGURES): void {
  const { machine, rounds, seed, bytes, cells } = report;
  console.log(
    `${machine}; n = ${rounds}, seed ${seed}; CPU ms of the page’s main thread, MB of its heap`,
  );
  console.log('median (more than the empty script: median, p25 to p75) [the run before]');
  for (const cell of cells) {
    const least = cells.find(({ page, way }) => page === cell.page && way === LEAST);
    const was = before?.cells.find(({ page, way }) => page === cell.page && way === cell.way);
    const said = figures.map((figure) => {
      const to = (value: number) => value.toFixed(DIGITS[figure]);
      const median = (each: Cell) =>
        at(
          each.samples.map((one) => one[figure]),
          0.5,
        );
      const extra = more(cell, least, figure);
      const spread = `${to(at(extra, 0.5))}, ${to(at(extra, 0.25))} to ${to(at(extra, 0.75))}`;
      return `${figure} ${to(median(cell))} (${spread})${was ? ` [${to(median(was))}]` : ''}`;
    });
    console.log(
      `${cell.page.padEnd(14)} ${cell.way.padEnd(17)} ${said.join('   ')}   ${jolts(cell, least)}`,
    );
  }
  for (const [way, size] of Object.entries(bytes)) console.log(`${way}: ${size} bytes of script`);
  for (const page of new Set(cells.map((cell) => cell.page))) printShare(page, cells);
  console.log(`Heap after ${report.navigations} records more: ${report.growth.toFixed(2)} MB`);
}

/** What people feel as a jolt: of all openings, and how much more of it than beside the empty script; on average, as most have none. */
function jolts(cell: Cell, least: Cell | undefined): string {
  const most = Math.max(...more(cell, least, 'shift')).toFixed(3);
  const long = cell.samples.reduce((sum, one) => sum + one.long, 0);
  const beside = least?.samples.reduce((sum, one) => sum + one.long, 0) ?? 0;
  const blocked = more(cell, least, 'blocked');
  const mean = (blocked.reduce((sum, one) => sum + one, 0) / blocked.length).toFixed(1);
  return `shift at most ${most} more   over 50 ms ${long} (beside ${beside}), together ${mean} ms more an opening`;
}

/** The sidebar beside the page against the sidebar in it; nothing, where the page's own script varies by more than both. */
function printShare(page: string, cells: Cell[]): void {
  const [least, truce, react] = [LEAST, 'Truce, a record', 'React in the page'].map((way) =>
    cells.find((cell) => cell.page === page && cell.way === way),
  );
  if (!truce || !react) return;
  const [own, other] = [more(truce, least, 'script'), more(react, least, 'script')];
  const share = `${((at(own, 0.5) / at(other, 0.5)) * 100).toFixed(0)} % of React in the page`;
  const isTold = at(own, 0.25) > 0 && at(other, 0.25) > 0;
  console.log(`${page}: script on a record is ${isTold ? share : 'less than the page varies by'}`);
}
