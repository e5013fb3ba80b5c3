/** The worker's round: drain under a lock, remember what went wrong, set the alarm while anything is left. */
import type { Outbox } from '../feedback/outbox.ts';
import { announce } from '../platform/announce.ts';
import { browser } from '../platform/browser.ts';
import { type ConnectionStore, senderOf } from '../platform/connection.ts';
import { createClient } from './client.ts';
import { drain, unparked } from './drain.ts';
import { keepProblem } from './last-problem.ts';
import { tokenRefused } from './pair.ts';

export const ALARM = 'outbox';
/** The lock that whoever sends holds. */
export const SENDING = 'truce-outbox';
/** The shortest period browsers allow. Worker timers do not outlive the worker, alarms do. */
const ALARM_MINUTES = 0.5;

/**
 * Sends what is due. Called at start, after every save, by the alarm. If another context is sending already, this
 * one leaves it to that.
 */
export async function flush(outbox: Outbox, connections: ConnectionStore): Promise<void> {
  // Before anything is sent: a worker that dies on the way must be started again.
  await setAlarm(outbox);
  await navigator.locks.request(SENDING, { ifAvailable: true }, async (lock) => {
    if (lock) await flushOnce(outbox, connections);
  });
  await setAlarm(outbox);
}

/** One after the other: whoever looked before something was saved must not take its alarm away afterwards. */
async function setAlarm(outbox: Outbox): Promise<void> {
  await navigator.locks.request('truce-outbox-alarm', async () => {
    if (await holdsSome(outbox)) {
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    } else await browser.alarms.clear(ALARM);
  });
}

/** What cannot be read just now may hold something. */
async function holdsSome(outbox: Outbox): Promise<boolean> {
  try {
    return unparked(await outbox.list()).length > 0;
  } catch {
    return true;
  }
}

async function flushOnce(outbox: Outbox, connections: ConnectionStore): Promise<void> {
  const connection = await connections.read();
  // A refused token is not tried again and again; a new code makes a new connection.
  if (!connection || connection.refused) return;
  const client = createClient(connection);
  const before = await outbox.list();
  if (before.length === 0) return;
  const stopped = await drain({
    outbox,
    sender: senderOf(connection),
    post: client.feedback,
  });
  if (stopped?.code === 'not-signed-in') {
    await tokenRefused(connections, connection.token);
  }
  await keepProblem(stopped);
  await announce('outbox');
}
