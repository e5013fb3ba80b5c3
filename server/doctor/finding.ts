/**
 * server/doctor: whether a store is as it should be, in sentences.
 *
 * In: settings, the machine, the data folder, the database, and how all of it looks from outside. Out: findings, each with
 * what to do where there is something to do. Nothing is changed by looking. This file: what a finding is.
 */
import * as z from 'zod/mini';

export const finding = z.object({
  /** `broken`: it cannot work so, or data is at risk. `look`: somebody should know. */
  state: z.enum(['fine', 'look', 'broken']),
  what: z.string(),
  says: z.string(),
});
export type Finding = z.infer<typeof finding>;

export const findings = z.array(finding);

export const fine = (what: string, says: string): Finding => ({ state: 'fine', what, says });
export const look = (what: string, says: string): Finding => ({ state: 'look', what, says });
export const broken = (what: string, says: string): Finding => ({ state: 'broken', what, says });

/** One look takes no longer, so that what can be seen is said although something else hangs. */
export const LOOK_MS = 5000;

/** @returns the finding, or one that says that it could not be looked at */
export async function tried(
  what: string,
  examine: () => Promise<Finding> | Finding,
): Promise<Finding> {
  try {
    return await within(LOOK_MS, examine());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return broken(what, `This could not be looked at: ${why}.`);
  }
}

/** Throws when it takes longer. */
export async function within<T>(ms: number, work: Promise<T> | T): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
