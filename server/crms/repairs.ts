/** The file of repaired selectors (docs/repairs.md): read at start and again when it has changed, passed on unread. */
import { readFile, stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { parseWith } from '../../lib/contract/parse.ts';
import { servedRepairs } from '../../lib/contract/repairs.ts';
import { SHARING } from '../../lib/contract/shared-crms.ts';

export interface RepairsFile {
  /** @returns what is to be handed out now; null when there is no file, or nothing good in it */
  text: () => Promise<string | null>;
  /** @returns what is wrong with the file, as a sentence; null when nothing is */
  look: () => Promise<string | null>;
}

type Read = { text: string; problem: null } | { text: null; problem: string | null };

/** @param path null when whoever runs the store named none */
export function repairsFile(path: string | null, log: Logger): RepairsFile {
  let seen = '';
  let last: Read = { text: null, problem: null };
  const current = async (): Promise<Read> => {
    if (path === null) return last;
    const stamp = await stampOf(path);
    if (stamp === seen) return last;
    last = await read(path);
    seen = stamp;
    if (last.problem !== null) log.warn({ problem: last.problem }, 'no repairs are handed out');
    return last;
  };
  return {
    text: async () => (await current()).text,
    look: async () => (await current()).problem,
  };
}

/** What is different after every change of the file. */
async function stampOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? 'missing' : `${found.ino}:${found.mtimeNs}:${found.size}`;
}

async function read(path: string): Promise<Read> {
  const wrong = (why: string): Read => ({
    text: null,
    problem: `TRUCE_REPAIRS: ${path} ${why}. Until it is put right, no repairs are handed out.`,
  });
  try {
    const { size } = await stat(path);
    if (size > SHARING.repairsBytes) {
      return wrong(`has more than ${SHARING.repairsBytes / 1000} kB`);
    }
    const text = (await readFile(path, 'utf8')).trim();
    const parsed = parseWith(servedRepairs, jsonIn(text), 'list of repairs');
    return parsed.ok ? { text, problem: null } : wrong('is no signed list of repairs');
  } catch {
    return wrong('cannot be read');
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
