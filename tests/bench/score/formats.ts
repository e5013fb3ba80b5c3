/** Which data set a file is, told by its first line. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Part } from './options.ts';

/** Where each data set lies in a data folder. */
export const PLACES: Record<Exclude<Part, 'speed'>, string> = {
  'x-education': join('x-education', 'leads.csv'),
  bank: join('bank-marketing', 'bank-additional.csv'),
  'complete-journey': 'complete-journey',
  cdnow: join('cdnow', 'CDNOW_master.txt'),
};

/** @returns the data set; throws a sentence that says what is wrong with the path */
export async function formatOf(path: string): Promise<Exclude<Part, 'speed'>> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Error(`${path} is not there.`);
  if (found.isDirectory()) return 'complete-journey';
  const first = await firstLine(path);
  if (first.includes('Lead Number')) return 'x-education';
  if (first.includes('poutcome')) return 'bank';
  if (/^\s*(customer_id|\d+\s+\d{8}\s)/.test(first)) return 'cdnow';
  throw new Error(
    `${path} is in none of the formats that are known. Its first line is: ${first.slice(0, 80)}`,
  );
}

async function firstLine(path: string): Promise<string> {
  const lines = createInterface({ input: createReadStream(path, 'utf8') });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
