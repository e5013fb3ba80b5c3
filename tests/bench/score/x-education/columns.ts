/** The leads of X Education as a model may see them: without what sales wrote, and without what an empty field betrays. */
import { type LeakList, refuseLeaks } from '../../../../lib/score/learn/leaks.ts';
import { readTable } from '../files.ts';

const AFTERWARDS = 'an export snapshot that includes what sales did';
const VENDOR = 'the output of another scoring tool, there for some periods only';
const IDENTITY = 'who it is, not what is known of the lead';

/** From the data dictionary and the tables of section 1 of the scoring design. */
export const X_EDUCATION_LEAKS: LeakList = {
  Tags: 'typed by reps after calling',
  'Lead Quality': 'the judgement of the rep',
  'Lead Profile': 'assigned after the assessment',
  'Last Activity': AFTERWARDS,
  'Last Notable Activity': AFTERWARDS,
  'Asymmetrique Activity Index': VENDOR,
  'Asymmetrique Profile Index': VENDOR,
  'Asymmetrique Activity Score': VENDOR,
  'Asymmetrique Profile Score': VENDOR,
  'Prospect ID': IDENTITY,
  'Lead Number': IDENTITY,
  Converted: 'the outcome',
};

/** What the value is when nothing was answered. An empty field and a list left at "Select" are not told apart. */
export const NOT_GIVEN = 'not given';

export interface Lead {
  /** Only the columns asked for; spelling of names as in the file, values trimmed. */
  values: Readonly<Record<string, string>>;
  accepted: 0 | 1;
}

/**
 * @param columns what the model asks for; throws a LeakError when one of them leaks, an Error when one is not there
 * @returns the leads, oldest first (`Lead Number` counts up in time)
 */
export async function readLeads(path: string, columns: readonly string[]): Promise<Lead[]> {
  refuseLeaks(
    columns.map((name) => ({ name })),
    X_EDUCATION_LEAKS,
  );
  const rows = await readTable(path);
  rows.sort((a, b) => Number(a['Lead Number']) - Number(b['Lead Number']));
  return rows.map((row) => ({
    values: Object.fromEntries(columns.map((column) => [column, valueIn(row, column)])),
    accepted: row.Converted === '1' ? 1 : 0,
  }));
}

function valueIn(row: Record<string, string>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The file has no column "${column}".`);
  const text = value.trim();
  return text === '' || text === 'Select' ? NOT_GIVEN : text;
}
