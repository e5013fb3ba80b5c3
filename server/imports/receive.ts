/** A file on its way in: unpacked, made text, cut into pieces and put away, with never more than a piece of it in memory. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { PIECE, putPiece } from './chunks.ts';
import { Decoder } from './decode.ts';
import { forgetFile } from './forget.ts';
import { changeJob, failure, type Job, keyOf, type NewFile, newJob } from './jobs.ts';
import { FileProblem } from './problem.ts';
import { refuseBinary } from './sniff.ts';

export interface Limits {
  /** Bytes as they come. */
  sent: number;
  /** Characters after unpacking: a small bomb must not become a large file. */
  unpacked: number;
}

export const LIMITS: Limits = { sent: 2_000_000_000, unpacked: 4_000_000_000 };

/** How often a file that is coming in says so. */
const HEARD_EVERY = 8;

/**
 * @returns the job: `receiving`, or `failed` when it is nothing that can be imported. Throws `too-large` (413), and whatever
 *   ended the connection; nothing of it is left then
 */
export async function receive(
  store: Store,
  file: NewFile,
  bytes: AsyncIterable<Uint8Array>,
  limits: Limits = LIMITS,
): Promise<Job> {
  const job = await newJob(store, file);
  const key = keyOf(job);
  try {
    const total = await putAway(store, job, textOf(unpacked(counted(bytes, limits.sent))), limits);
    const change = { total, received_at: new Date(store.now()) };
    return stillThere(await changeJob(store.db, key, ['receiving'], change));
  } catch (error) {
    await forgetFile(store.db, key, error instanceof FileProblem);
    if (!(error instanceof FileProblem)) throw error;
    const change = failure(store.now(), error.message);
    return (await changeJob(store.db, key, ['receiving'], change)) ?? job;
  }
}

/** @returns how many characters it has */
async function putAway(
  store: Store,
  job: Job,
  text: AsyncIterable<string>,
  limits: Limits,
): Promise<number> {
  const key = keyOf(job);
  let total = 0;
  let pieces = 0;
  for await (const piece of cut(text)) {
    if (total === 0) refuseBinary(piece);
    await putPiece(store.db, key, total, piece);
    total += piece.length;
    if (total > limits.unpacked) {
      throw tooLarge(`Unpacked it has more than ${limits.unpacked / 1e6} million characters`);
    }
    pieces += 1;
    if (pieces % HEARD_EVERY === 0) {
      const heard_at = new Date(store.now());
      const change = { total, position: total, heard_at };
      stillThere(await changeJob(store.db, key, ['receiving'], change));
    }
  }
  if (total === 0) throw new FileProblem('The file is empty.');
  return total;
}

/** Somebody may delete it while it comes in; pieces of a file that nobody knows of would stay for ever. */
function stillThere(job: Job | null): Job {
  if (job) return job;
  throw problemError(
    'conflict',
    'The import was deleted while the file came in',
    'Send the file again if it was not meant.',
  );
}

/** Pieces of one size, never cut inside a character. */
async function* cut(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const some of text) {
    held += some;
    while (held.length >= PIECE) {
      const at = /[\uD800-\uDBFF]/.test(held[PIECE - 1] ?? '') ? PIECE - 1 : PIECE;
      yield held.slice(0, at);
      held = held.slice(at);
    }
  }
  if (held !== '') yield held;
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new Decoder();
  for await (const some of bytes) yield decoder.take(some);
  yield decoder.end();
}

async function* counted(bytes: AsyncIterable<Uint8Array>, most: number) {
  let size = 0;
  for await (const some of bytes) {
    size += some.byteLength;
    if (size > most) throw tooLarge(`It is larger than ${most / 1e6} MB`);
    yield some;
  }
}

/** By its first two bytes; what the request says of it does not matter. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const all = bytes[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  for (let next = await all.next(); ; next = await all.next()) {
    if (!next.done) head = Buffer.concat([head, next.value]);
    if (next.done || head.length >= 2) break;
  }
  const whole = joined(head, all);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const source = Readable.from(whole);
  // Its errors come out of what is read from it.
  const packed = pipeline(source, createGunzip(), () => {});
  try {
    for await (const some of packed) yield some;
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    throw new FileProblem('It cannot be unpacked: it is broken off or damaged. Send it again.');
  }
}

async function* joined(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

function tooLarge(what: string) {
  return problemError(
    'too-large',
    'The file is too large',
    `${what}; split it into several files and import one after the other.`,
  );
}
