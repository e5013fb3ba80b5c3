/** The table of attacks and outcomes: printed by each run, and kept in docs/hostile-page.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GROUPS } from '../groups.ts';

export interface Row {
  group: string;
  what: string;
  outcome: string;
}

export const PAGE = join(import.meta.dirname, '../../../../docs/hostile-page.md');
const START = '<!-- outcomes -->';
const END = '<!-- /outcomes -->';
const COLUMNS = ['Chromium', 'Firefox'] as const;
type Column = (typeof COLUMNS)[number];
type Outcomes = Map<string, Partial<Record<Column, string>>>;

/** Prints one browser's column; writes it into the page with UPDATE_DOCS=1. */
export async function noteColumn(column: Column, rows: Row[]): Promise<void> {
  const won = rows.filter(({ outcome }) => outcome === 'WON').length;
  const lines = rows.map(({ group, what, outcome }) => `${outcome.padEnd(34)} ${group}: ${what}`);
  console.log(`${column}, ${rows.length} attacks, won: ${won}\n${lines.join('\n')}`);
  if (process.env.UPDATE_DOCS !== '1') return;
  const text = await readFile(PAGE, 'utf8');
  const known = outcomesIn(text);
  for (const { what, outcome } of rows) known.set(what, { ...known.get(what), [column]: outcome });
  const [head] = text.split(START);
  const [, tail = ''] = text.split(END);
  await writeFile(PAGE, `${head}${START}\n\n${tableOf(known)}\n${END}${tail}`);
}

/** @returns every attack of the page's table with its outcomes */
export function outcomesIn(text: string): Outcomes {
  const table = text.split(START)[1]?.split(END)[0] ?? '';
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (attack|---)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  return new Map(
    rows.map(([what = '', chromium = '', firefox = '']) => [
      what.replaceAll('\\|', '|'),
      { Chromium: chromium, Firefox: firefox },
    ]),
  );
}

function tableOf(known: Outcomes): string {
  return GROUPS.map(({ name, attacks }) => {
    const rows = attacks.map(({ what }) => {
      const { Chromium = '', Firefox = '' } = known.get(what) ?? {};
      return `| ${what} | ${Chromium} | ${Firefox} |`;
    });
    return [
      `### ${name}`,
      '',
      '| attack | Chromium | Firefox |',
      '|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  }).join('\n');
}
