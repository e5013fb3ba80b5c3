/** What a run has to tell people. */
import type { Played } from './run.ts';

interface Line {
  rounds: number;
  saved: number;
  lost: number;
  doubled: number;
  misordered: number;
  unfinished: number;
  balance: number[];
}

const HEAD = [
  'fault',
  'browser',
  'rounds',
  'shown as saved',
  'lost',
  'doubled',
  'misordered',
  'not finished',
  'balance s: median, most',
];

/** @returns the table by kind of fault and browser, with its sums */
export function tableOf(played: readonly Played[]): string {
  const groups = Map.groupBy(played, ({ plan, lane }) => `${plan.fault.name}|${lane.browser}`);
  const rows = [...groups]
    .sort()
    .map(([key, rounds]) => [...key.split('|'), ...cells(lineOf(rounds))]);
  const all = [HEAD, ...rows, ['all', '', ...cells(lineOf(played))]];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

function lineOf(played: readonly Played[]): Line {
  const results = played.flatMap(({ result }) => result ?? []);
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    rounds: played.length,
    saved: sum(({ saved }) => saved),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    misordered: sum(({ misordered }) => misordered.length),
    unfinished: played.length - results.length,
    balance: results.map(({ balanceMs }) => balanceMs).sort((a, b) => a - b),
  };
}

function cells({ rounds, saved, lost, doubled, misordered, unfinished, balance }: Line): string[] {
  const seconds = [balance[balance.length >> 1], balance.at(-1)].map((ms) =>
    ((ms ?? 0) / 1000).toFixed(1),
  );
  return [
    ...[rounds, saved, lost, doubled, misordered, unfinished].map(String),
    seconds.join(', '),
  ];
}
