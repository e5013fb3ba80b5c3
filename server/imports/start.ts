/** The word that lets a file be written, or go on. */
import { writeDown } from '../access/audit.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { changeJob, type Job, keyOf, UNCOUNTED } from './jobs.ts';
import { dropRefused } from './refused.ts';

/** @returns the job that now waits for its turn; null when it is not one that can be started */
export function start(store: Store, job: Job, memberId: string | null): Promise<Job | null> {
  const key = keyOf(job);
  const again = { state: 'waiting', finished_at: null, problem: null } as const;
  return inTransaction(store.db, async (tx) => {
    const heard_at = new Date(store.now());
    const goesOn = await changeJob(tx, key, ['stopped'], { ...again, heard_at });
    const { people, span_from, span_to, ...counts } = UNCOUNTED;
    const started =
      goesOn ??
      (job.state === 'tried' && job.rows > 0
        ? await changeJob(tx, key, ['tried'], { ...counts, ...again, heard_at })
        : null) ??
      (job.date_order === null
        ? null
        : await changeJob(tx, key, ['failed'], { ...again, heard_at }));
    if (!started) return null;
    if (job.state === 'tried') await dropRefused(tx, key);
    const what = job.file_name;
    await writeDown(tx, store, { wsId: job.ws_id, memberId, action: 'import.started', what });
    return started;
  });
}
