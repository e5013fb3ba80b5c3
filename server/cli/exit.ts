import type { Problem } from '../../lib/contract/problem.ts';

/** What a command ends with, so that scripts can tell why. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  /** A word or a setting that is not understood. */
  setting: 2,
  /** Another process has the data folder. */
  folderInUse: 3,
  portTaken: 4,
  /** The embedded database is there and cannot be read. */
  unreadable: 5,
  /** Asked to stop a second time, before it was done. */
  stoppedAtOnce: 130,
} as const;

/** @returns what a command ends with when the database did not open */
export function exitOf({ code }: Pick<Problem, 'code'>): number {
  return code === 'conflict' ? EXIT.folderInUse : EXIT.unreadable;
}
