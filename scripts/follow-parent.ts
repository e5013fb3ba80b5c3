/**
 * Loaded into every process that another one of ours starts: when the starter is gone, however it went,
 * the channel between the two closes, and this process asks itself to stop. Nothing is left behind.
 */
import { isMainThread } from 'node:worker_threads';

// Worker threads load this too, but have no channel of their own.
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening alone must not keep a finished process alive.
  process.channel.unref();
}
