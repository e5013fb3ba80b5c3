/** A command as `npm run store --` runs it, in this process: starting one takes longer than most of them. */
import { Readable, Writable } from 'node:stream';
import { run } from '../../../server/cli/main.ts';
import type { Ask } from '../../../server/doctor/asking.ts';

/** A network in which no name leads anywhere. */
const nobodyThere: Ask = async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });
};

/** @returns what it ends with, and all that it says, answers and complaints in one */
export async function command(
  env: Record<string, string>,
  ...words: string[]
): Promise<{ code: number; output: string }> {
  const parts: string[] = [];
  const out = new Writable({
    write: (chunk, _, done) => {
      parts.push(String(chunk));
      done();
    },
  });
  const stopping = new AbortController().signal;
  const io = { env, out, err: out, in: Readable.from([]), stopping, ask: nobodyThere };
  const code = await run(words, io);
  return { code, output: parts.join('') };
}
