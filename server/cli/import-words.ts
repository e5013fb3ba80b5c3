/** An import in sentences: what is in it, how far it is, how it ended. */
import type { ImportJob } from '../../lib/contract/imports.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';

const number = new Intl.NumberFormat('en-GB');
/** A line so often; whoever watches wants to know that it goes on. */
const EVERY_MS = 2_000;

/** Says every now and then how far it is: percent, rows a second, refused. */
export class Progress {
  readonly #io: Io;
  readonly #what: string;
  #began = performance.now();
  #last = performance.now();
  #rows = -1;

  constructor(io: Io, what: string) {
    this.#io = io;
    this.#what = what;
  }

  tell({ done, total, counts }: ImportJob): void {
    const now = performance.now();
    if (this.#rows < 0) {
      this.#rows = counts.rows;
      this.#began = now;
    }
    if (now - this.#last < EVERY_MS) return;
    this.#last = now;
    const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
    const rate = Math.round((1000 * (counts.rows - this.#rows)) / Math.max(1, now - this.#began));
    say(
      this.#io.err,
      `${this.#what} ${String(percent).padStart(3)} %, ${number.format(counts.rows)} rows, ${number.format(rate)} a second, ${number.format(counts.refused)} refused`,
    );
  }
}

/** @returns what to end with: the file cannot be imported, or somebody may go on */
export function toldTrial(job: ImportJob, io: Io): number {
  if (job.state !== 'tried') return toldEnd(job, io);
  const { counts, people = 0, events = 0, span, format } = job;
  const rows = number.format(counts.rows);
  say(
    io.out,
    `${job.fileName} (${format}): ${rows} rows, about ${number.format(people)} people, ${number.format(events)} events${span ? ` from ${span.from.slice(0, 10)} to ${span.to.slice(0, 10)}` : ''}.`,
  );
  toldReasons(job, io);
  return counts.rows > counts.refused ? EXIT.done : EXIT.unexpected;
}

export function toldEnd(job: ImportJob, io: Io): number {
  const { accepted, duplicates, refused, rows } = job.counts;
  if (job.state === 'failed') {
    say(io.err, job.problem ?? 'The file cannot be imported.');
    return EXIT.unexpected;
  }
  const [all, fresh, known, not] = [rows, accepted, duplicates, refused].map((n) =>
    number.format(n),
  );
  const what = job.state === 'done' ? 'Done' : 'Stopped';
  say(io.out, `${what}: ${all} rows, ${fresh} new, ${known} here before, ${not} refused.`);
  toldReasons(job, io);
  if (job.state === 'done') return EXIT.done;
  say(io.err, 'Give the same command again to go on where it is.');
  return EXIT.unexpected;
}

function toldReasons({ reasons }: ImportJob, io: Io): void {
  for (const { reason, rows, firstRow } of reasons.slice(0, 10)) {
    say(io.out, `  ${number.format(rows)} refused (first: row ${firstRow}): ${reason}`);
  }
}
