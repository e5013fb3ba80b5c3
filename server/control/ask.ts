/** The command's side: asks the store that runs on this data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { CONTROL_FILE } from './file.ts';

const file = z.object({ port: z.int(), token: z.string() });

/** @returns the answer's bytes; null when no store answers there. Throws when it answers and cannot give what is asked. */
export async function askRunning(dataDir: string, path: string): Promise<Readable | null> {
  const text = await readFile(join(dataDir, CONTROL_FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  const { port, token } = file.parse(JSON.parse(text));
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  }).catch(() => null);
  // Left behind by one that was killed; another program may have the port by now.
  if (answer === null || answer.status === 401) return null;
  if (!answer.ok || answer.body === null) {
    throw new Error('The running store could not answer; its log says why.');
  }
  return Readable.from(answer.body);
}
