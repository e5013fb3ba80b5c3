/** What a run has to tell people, by what went wrong in its schedules. */
import type { Broken } from './check.ts';

/** One schedule in figures, as it comes from the process that played it. */
export interface Played {
  /** Its number in the run. */
  number: number;
  injected: [fault: string, times: number][];
  /** Things said and called saved. */
  said: number;
  broken: Broken[];
  /** Processor time, the store's and its database's included. */
  cpuMs: number;
}

const HEAD = ['fault', 'times', 'schedules', 'verdicts', 'lost', 'doubled', 'misordered', 'other'];
const SHOWN = ['lost', 'doubled', 'misordered'];

/** @returns a line for each fault, one for schedules without any, and one for all */
export function tableOf(played: readonly Played[]): string {
  const faults = [...new Set(played.flatMap(({ injected }) => injected.map(([fault]) => fault)))];
  const lines = faults.sort().map((fault) =>
    lineOf(
      fault,
      played.filter(({ injected }) => injected.some(([one]) => one === fault)),
      fault,
    ),
  );
  const calm = played.filter(({ injected }) => injected.length === 0);
  const all = [
    HEAD,
    ...lines,
    lineOf('(nothing went wrong)', calm),
    lineOf('all schedules', played),
  ];
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function lineOf(name: string, played: readonly Played[], fault?: string): string[] {
  const sum = (of: (one: Played) => number) => played.reduce((total, one) => total + of(one), 0);
  const times = sum(({ injected }) =>
    injected.reduce((total, [one, n]) => (fault && one !== fault ? total : total + n), 0),
  );
  const broken = played.flatMap((one) => one.broken);
  const cells = [
    times,
    played.length,
    sum(({ said }) => said),
    ...SHOWN.map((what) => broken.filter((one) => one.what === what).length),
    broken.filter(({ what }) => !SHOWN.includes(what)).length,
  ];
  return [name, ...cells.map((cell) => cell.toLocaleString('en'))];
}
