/** CHANGELOG.md, which is written for people: what a release brings them. A release without its own part in it is none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './packages.ts';

/**
 * @param version `0.2.0`
 * @param text the changelog, if it is not the one of this working tree
 * @returns the part about this version, without its heading. @throws with a sentence when there is none, or it has no day
 */
export function notesOf(
  version: string,
  text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'),
): string {
  const part = text.split(/^## /m).find((one) => one.startsWith(`${version} `));
  const [heading = '', ...lines] = part?.split('\n') ?? [];
  const notes = lines.join('\n').trim();
  if (!notes) {
    throw new Error(
      `CHANGELOG.md says nothing of ${version}. Add “## ${version} (the day)” with what it brings people.`,
    );
  }
  if (!/\(\d{4}-\d{2}-\d{2}\)$/.test(heading)) {
    throw new Error(
      `CHANGELOG.md gives ${version} no day. Write it as “## ${version} (2026-11-27)”.`,
    );
  }
  return notes;
}
