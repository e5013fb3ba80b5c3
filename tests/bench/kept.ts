/** What each part of the benchmark came to, kept for the next run to be held against: `.output/bench`, which git does not see. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../.output/bench');

/** @returns where this part's figures lie */
export const keptAt = (part: string) => join(FOLDER, `${part}.json`);

/** @returns what was kept last; null where there was nothing, or nothing that can be read */
export async function lastOf<T>(part: string, read: (kept: unknown) => T): Promise<T | null> {
  try {
    return read(JSON.parse(await readFile(keptAt(part), 'utf8')));
  } catch {
    return null;
  }
}

/** Makes the folder, for parts that write into it themselves. */
export const ready = () => mkdir(FOLDER, { recursive: true });

export async function keep(part: string, figures: unknown): Promise<void> {
  await ready();
  await writeFile(keptAt(part), JSON.stringify(figures, null, 1));
}
