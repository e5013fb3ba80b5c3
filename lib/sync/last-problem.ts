/** Why the last try to send failed: written by whoever sends, read by every page, which need not load what sends. */
import * as z from 'zod/mini';
import { type Problem, problem } from '../contract/problem.ts';
import { browser } from '../platform/browser.ts';

const KEY = 'lastTry';
const lastTry = z.object({ problem: z.nullable(problem) });

/** @param stopped null when it did not fail */
export async function keepProblem(stopped: Problem | null): Promise<void> {
  await browser.storage.local.set({ [KEY]: { problem: stopped } });
}

/** @returns why the last try failed, or null if it did not */
export async function lastProblem(): Promise<Problem | null> {
  const kept = lastTry.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return kept.success ? kept.data.problem : null;
}
