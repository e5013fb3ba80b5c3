/** One big import into a real store over HTTP, looked at from outside: how fast, how much memory, and whether the counts are right. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type ImportCounts, type ImportJob, importJob } from '../../../lib/contract/imports.ts';
import type { StoreProcess } from './store-process.ts';

export interface Big {
  rows: number;
  people: number;
  /** Characters of a column that nobody wants, in every row. */
  ballast: number;
}

const START = Date.UTC(2025, 0, 6, 8);
const KINDS = ['Content Downloaded', 'Webinar Attended', 'Email Opened', 'Page Viewed'];
/** Every thousandth row cannot be read, every five hundredth is a repetition of the one before. */
const isBad = (n: number) => n % 1000 === 999;
const isRepeated = (n: number) => n % 500 === 250;

function rowOf(n: number, { people, ballast }: Big): string {
  const same = isRepeated(n) ? n - 1 : n;
  const who = (same * 7919) % people;
  const at = isBad(n) ? 'soon' : new Date(START + same * 20_000).toISOString();
  const filler = ballast === 0 ? '' : `${same}`.padEnd(ballast, 'ballast ');
  return `person${who}@company${who % 997}.example,Person ${who},${KINDS[same % 4]},${at},Thing ${same},"${filler}"\n`;
}

/** Made while it is sent: nothing here ever holds it. */
export function* bigFile(big: Big): Generator<Buffer> {
  let held = 'Email,Name,Event,Date,Note,Ballast\n';
  for (let n = 0; n < big.rows; n++) {
    held += rowOf(n, big);
    if (held.length < 200_000) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}

export function rightCounts({ rows }: Big): ImportCounts {
  const numbers = Array.from({ length: rows }, (_, n) => n);
  const refused = numbers.filter(isBad).length;
  const duplicates = numbers.filter((n) => isRepeated(n) && !isBad(n)).length;
  return { rows, refused, duplicates, accepted: rows - refused - duplicates };
}

export interface Seen {
  tried: ImportJob;
  stopped: ImportJob;
  done: ImportJob;
  /** Seconds. */
  took: { sent: number; tried: number; written: number };
  /** Megabytes above the start, by the kernel's own high-water mark; null where the kernel does not tell. */
  memory: number | null;
}

/** @param told now and then, while it works */
export async function bigImport(
  store: StoreProcess,
  token: string,
  big: Big,
  told: (what: string, job: ImportJob) => void = () => {},
): Promise<Seen> {
  const asked = async (path: string, body?: BodyInit): Promise<ImportJob> => {
    const answer = await fetch(store.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return importJob.parse(await answer.json());
  };
  const until = async (what: string, path: string, isSo: (job: ImportJob) => boolean) => {
    for (;;) {
      const job = await asked(path);
      told(what, job);
      if (isSo(job)) return job;
      if (job.state === 'failed') throw new Error(job.problem ?? 'It failed.');
      await setTimeout(100);
    }
  };
  const memory = watchMemory(store);
  const began = performance.now();
  const file = Readable.toWeb(Readable.from(bigFile(big))) as ReadableStream;
  const { importId } = await asked('/api/imports?name=big.csv', file);
  const sent = performance.now();
  const path = `/api/imports/${importId}`;
  const tried = await until('read', path, ({ state }) => state === 'tried');
  const read = performance.now();
  await asked(`${path}/start`, '{}');
  await until('written', path, ({ counts }) => counts.rows > big.rows / 3);
  await asked(`${path}/stop`, '{}');
  // What was under way when it was stopped ends; after that, nothing.
  let stopped = await asked(path);
  for (let before = -1; before !== stopped.done; stopped = await asked(path)) {
    before = stopped.done;
    await setTimeout(1_500);
  }
  await asked(`${path}/start`, '{}');
  const again = performance.now();
  const done = await until('written', path, ({ state }) => state === 'done');
  const rest = (big.rows - stopped.counts.rows) / big.rows;
  return {
    tried,
    stopped,
    done,
    took: {
      sent: (sent - began) / 1000,
      tried: (read - sent) / 1000,
      written: (performance.now() - again) / 1000 / rest,
    },
    memory: memory(),
  };
}

/** The high-water mark misses no peak, however short: the kernel moves it whenever the process grows. */
function watchMemory({ child }: StoreProcess): () => number | null {
  const read = (key: string) => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status) ?? [];
    return Number(kilobytes) / 1024;
  };
  try {
    // Forgets how large the process was while it started.
    writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
    const start = read('VmRSS');
    return () => read('VmHWM') - start;
  } catch {
    return () => null;
  }
}
