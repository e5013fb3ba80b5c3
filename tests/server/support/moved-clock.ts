/**
 * A store whose clock is another one, for tests of what happens tomorrow. Nothing in the store knows of it: this file is
 * loaded into the process before `server/main.ts` and moves the clock that JavaScript has.
 *
 * Starting a process: `spawn(process.execPath, [...MOVABLE_CLOCK, 'server/main.ts', 'serve'], { stdio: ['ignore', 'pipe',
 * 'pipe', 'ipc'], … })` with the root of the repository as `cwd`; the store of the e2e tests is started so (`store.moveClock`).
 * Then `await moveClock(child, DAY)` sets it a day ahead of the real one (not of what it was before), and `moveClock(child, 0)`
 * back. It is moved once the promise settles; work that waits for a day begins within the three seconds of the store's next
 * turn, so wait for what you expect to see. Timers keep their pace, and the database's own clock stays.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Words for node before the script. */
export const MOVABLE_CLOCK = ['--import', join(import.meta.dirname, 'move-clock.ts')];

export interface Moved {
  aheadMs: number;
}

/** Sets the clock of this process so far ahead of the real one; settles when it is. */
export async function moveClock(child: ChildProcess, aheadMs: number): Promise<void> {
  const moved = Promise.withResolvers<void>();
  const onMessage = (message: unknown) => {
    if (isMoved(message) && message.aheadMs === aheadMs) moved.resolve();
  };
  const onExit = () => moved.reject(new Error('The store ended before its clock was moved.'));
  child.on('message', onMessage);
  child.once('exit', onExit);
  child.send({ aheadMs } satisfies Moved);
  try {
    await moved.promise;
  } finally {
    child.off('message', onMessage);
    child.off('exit', onExit);
  }
}

/** @returns whether this is a word about the clock */
export function isMoved(message: unknown): message is Moved {
  return (
    typeof message === 'object' &&
    message !== null &&
    'aheadMs' in message &&
    typeof message.aheadMs === 'number'
  );
}
