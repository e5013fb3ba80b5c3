/** An import through a store that runs: the file goes over HTTP, the store does the work, this looks on. */
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type ImportJob, importJob } from '../../lib/contract/imports.ts';
import { problem } from '../../lib/contract/problem.ts';
import { EXIT } from './exit.ts';
import { bytesOf, type Wanted } from './import-file.ts';
import { Progress, toldEnd, toldTrial } from './import-words.ts';
import { type Io, say } from './io.ts';

interface There {
  url: string;
  token: string;
}

const LOOK_EVERY_MS = 1_000;
const UNDER_WAY = new Set(['receiving', 'waiting', 'running']);

export async function importThere(wanted: Wanted, there: There, io: Io): Promise<number> {
  const name = encodeURIComponent(wanted.name);
  const file = Readable.toWeb(Readable.from(bytesOf(wanted))) as ReadableStream;
  const sent = await asked(there, 'POST', `/api/imports?name=${name}`, file);
  if (typeof sent === 'string') return told(io, sent);
  const path = `/api/imports/${sent.importId}`;
  if (wanted.as && sent.state !== 'failed') {
    const again = await asked(there, 'POST', `${path}/try`, JSON.stringify(wanted.as));
    if (typeof again === 'string') return told(io, again);
  }
  const tried = await watched(there, path, new Progress(io, 'read'), io);
  if (typeof tried === 'string') return told(io, tried);
  const code = toldTrial(tried, io);
  if (code !== EXIT.done || wanted.dryRun) return code;
  const started = await asked(there, 'POST', `${path}/start`, '{}');
  if (typeof started === 'string') return told(io, started);
  const end = await watched(there, path, new Progress(io, 'written'), io);
  if (typeof end === 'string') return told(io, end);
  if (!UNDER_WAY.has(end.state)) return toldEnd(end, io);
  say(io.err, 'The store goes on with it; look at it under “Imports”.');
  return EXIT.done;
}

function told(io: Io, why: string): number {
  say(io.err, why);
  return EXIT.unexpected;
}

/** @returns the job when it is not under way any more, or somebody does not want to wait; or why it cannot be had */
async function watched(
  there: There,
  path: string,
  progress: Progress,
  io: Io,
): Promise<ImportJob | string> {
  for (;;) {
    const job = await asked(there, 'GET', path);
    if (typeof job === 'string') return job;
    progress.tell(job);
    if (!UNDER_WAY.has(job.state) || io.stopping.aborted) return job;
    await setTimeout(LOOK_EVERY_MS, undefined, { signal: io.stopping }).catch(() => {});
  }
}

/** @returns the job; or in a sentence what went wrong */
async function asked(
  { url, token }: There,
  method: string,
  path: string,
  body?: string | ReadableStream,
): Promise<ImportJob | string> {
  try {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    const value: unknown = await answer.json();
    if (answer.ok) return importJob.parse(value);
    const { title, detail } = problem.parse(value);
    return `${title}. ${detail}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return `${url} does not answer as a store does: ${cause instanceof Error ? cause.message : String(cause)}.`;
  }
}
