/** The data the benchmark is given: by a folder, or by files for training and testing. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';

/**
 * Where one part finds its data. With `test`, everything of `train` is for training and `test` is looked at once, at the
 * end. Without, the newest 30 % of `train` are held out.
 */
export interface Given {
  train: string;
  test: string | null;
}

/** @returns the rows of a table with a header line, in their order; throws when the file is not there */
export async function readTable(path: string): Promise<Record<string, string>[]> {
  const text = await readFile(path, 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return parsed.data;
}
