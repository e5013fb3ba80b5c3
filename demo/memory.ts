/** What the demo remembers between starts: how to get into its own store, and whether that store is filled. */
import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const memory = z.object({
  /** The code that lets the first admin of an empty store in. */
  setupCode: z.string(),
  /** Token of the demo's own admin; null until the store has one. */
  adminToken: z.nullable(z.string()),
  /** Write keys of the demo's own sources of events; null until the store has them. */
  writeKeys: z.nullable(z.object({ website: z.string(), mail: z.string() })),
  /** Parts of the sample that are in the store already. */
  filled: z.array(z.enum(['people', 'feedback'])),
});
export type Memory = z.infer<typeof memory>;

const FILE = 'demo.json';
/** Crockford's base 32: no letters that look like digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @returns what is remembered in this folder, or a fresh start */
export async function recall(dataDir: string): Promise<Memory> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => null);
  if (text !== null) return memory.parse(JSON.parse(text));
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
  return { setupCode: letters.join(''), adminToken: null, writeKeys: null, filled: [] };
}

/** Keeps it. The file holds a token, so that nobody else on this machine may read it. */
export async function remember(dataDir: string, what: Memory): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, FILE), `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600 });
}
