import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOT_GIVEN, readLeads, X_EDUCATION_LEAKS } from '../../bench/score/x-education/columns.ts';
import { refuseTooGood } from '../../bench/score/x-education/figures.ts';
import { columnsOf, LENIENT } from '../../bench/score/x-education/inputs.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-leads-'));
  file = join(folder, 'leads.csv');
  await writeFile(
    file,
    'Lead Number,City,Tags,Converted\n3,Mumbai,Ringing,0\n1,Select,,1\n2,,,0\n',
  );
});

afterAll(() => rm(folder, { recursive: true }));

describe('leads of X Education for the benchmark', () => {
  it('refuses every column that knows the outcome or says who it is', async () => {
    for (const column of Object.keys(X_EDUCATION_LEAKS)) {
      await expect(readLeads(file, ['City', column])).rejects.toThrow(`"${column}"`);
    }
  });

  it('asks for none of them', () => {
    expect(columnsOf(LENIENT).filter((column) => column in X_EDUCATION_LEAKS)).toEqual([]);
  });

  it('does not tell an empty field from a list left alone, and is in order of time', async () => {
    expect(await readLeads(file, ['City'])).toEqual([
      { values: { City: NOT_GIVEN }, accepted: 1 },
      { values: { City: NOT_GIVEN }, accepted: 0 },
      { values: { City: 'Mumbai' }, accepted: 0 },
    ]);
  });

  it('says when a column is not there', async () => {
    await expect(readLeads(file, ['Country'])).rejects.toThrow('no column "Country"');
  });

  it('fails loudly when it is too good to be true', () => {
    expect(() => refuseTooGood(0.9501)).toThrow('leak');
    expect(() => refuseTooGood(0.9)).not.toThrow();
  });
});
