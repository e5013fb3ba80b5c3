/** Bank marketing: contacts in the order they were made, and what of each may be looked at. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { type Design, designOf, type Entry } from '../../../../lib/score/learn/design.ts';
import { type LeakList, refuseLeaks } from '../../../../lib/score/learn/leaks.ts';

export interface Contact {
  values: Readonly<Record<string, string>>;
  accepted: 0 | 1;
}

export const LEAKS: LeakList = {
  duration: 'the length of the call, known when it is over; a call of 0 seconds is always a no',
  y: 'the outcome',
};

/**
 * Who they are, and how and when they were contacted. The five macro-economic columns are left out: each level of them
 * comes up in one period only, so that they name the period instead of explaining it.
 */
export const INPUTS: readonly string[] = [
  'age',
  'job',
  'marital',
  'education',
  'default',
  'housing',
  'loan',
  'contact',
  'month',
  'day_of_week',
  'campaign',
  'pdays',
  'previous',
  'poutcome',
];

/** Lower edges of bands, in whole years, calls and days; set by what they mean. 999 days stand for "never before". */
const BANDS: Readonly<Record<string, readonly number[]>> = {
  age: [25, 30, 35, 40, 50, 60, 70],
  campaign: [2, 3, 4, 7, 11],
  pdays: [4, 7, 15, 999],
  previous: [1, 2, 3],
};

/** @returns the contacts in file order, which is the order of time; throws when the file is not there */
export async function readContacts(path: string): Promise<Contact[]> {
  const text = await readFile(path, 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  return parsed.data.map((values) => ({ values, accepted: values.y === 'yes' ? 1 : 0 }));
}

export interface Coded {
  design: Design;
  /** Which input each column belongs to. */
  groups: readonly string[];
}

/**
 * One column per input and level. A level that has not come up yet has its column already, and its prior: nothing is
 * learned from that.
 *
 * @returns the contacts in their order; throws a LeakError when an input knows the outcome
 */
export function coded(contacts: readonly Contact[], inputs: readonly string[] = INPUTS): Coded {
  refuseLeaks(
    inputs.map((name) => ({ name })),
    LEAKS,
  );
  const columns = new Map<string, number>();
  const groups: string[] = [];
  const rows = contacts.map(({ values }) =>
    inputs.map((name): Entry => {
      const level = `${name}: ${levelOf(name, values[name] ?? '')}`;
      const column = columns.get(level) ?? groups.push(name) - 1;
      columns.set(level, column);
      return [column, 1];
    }),
  );
  return { design: designOf(rows, groups.length), groups };
}

function levelOf(name: string, value: string): string {
  const edges = BANDS[name];
  if (!edges) return value;
  return `from ${edges.findLast((edge) => Number(value) >= edge) ?? 0}`;
}
