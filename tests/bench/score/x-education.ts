/** X Education: do whole points say which inbound leads convert, and how fast do verdicts teach them? */
import type { Random } from '../../../lib/score/learn/random.ts';
import type { Given } from './files.ts';
import type { Outcome } from './table.ts';
import { batchRows, type Split } from './x-education/batch.ts';
import { readLeads } from './x-education/columns.ts';
import { curveRows } from './x-education/curve.ts';
import { columnsOf, LENIENT } from './x-education/inputs.ts';

/** Share of the oldest leads that is trained on when there is no file for testing. */
const OLDEST = 0.7;

/** @returns rows 1 to 4 and 9 of the benchmark; throws when a model asks for a column that leaks */
export async function xEducation(given: Given, random: Random): Promise<Outcome[]> {
  const split = await splitOf(given);
  return [...batchRows(split, random), ...curveRows(split, random)];
}

async function splitOf({ train, test }: Given): Promise<Split> {
  const columns = columnsOf(LENIENT);
  const leads = await readLeads(train, columns);
  if (test !== null) {
    return {
      train: leads,
      test: await readLeads(test, columns),
      how: 'by time, a file of each',
    };
  }
  const edge = Math.floor(leads.length * OLDEST);
  return {
    train: leads.slice(0, edge),
    test: leads.slice(edge),
    how: 'by time, oldest 70 % and newest 30 %',
  };
}
