/**
 * server/cli: what whoever runs the store types.
 *
 * In: words after `npm run store --`, settings from the environment. Out: sentences, files, and a number that says how it
 * went (exit.ts). Commands know nothing of the process they run in: they are given its settings and its streams.
 * This file: what they are given.
 */
import type { Readable, Writable } from 'node:stream';
import type { Ask } from '../doctor/asking.ts';

export interface Io {
  /** As `process.env`: settings are read by `readEnv`. */
  env: NodeJS.ProcessEnv;
  /** Answers: what a next program would read. */
  out: Writable;
  /** Progress and complaints: what a person reads. */
  err: Writable;
  in: Readable;
  /** Aborted by Ctrl-C or a request to end: finish the step, say how to go on, return. */
  stopping: AbortSignal;
  /** How the network is asked; as `fetch` does when it is not given. */
  ask?: Ask;
}

/** One command: the words after its name in, what the process ends with out. Expected failures are told, not thrown. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Writes one line, or some. */
export function say(to: Writable, text: string): void {
  to.write(`${text}\n`);
}
