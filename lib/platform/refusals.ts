/** How many messages were refused since the browser started, and which: for whoever looks into what a page tries. */
import * as z from 'zod/mini';
import { browser } from './browser.ts';

const KEY = 'refusals';
const counts = z.record(z.string(), z.int());

/** Counted here until they are written; a page that tries a thousand times a second costs a few writes. */
let unwritten: Record<string, number> = {};
let writing = false;

/** @param what was refused, in a word of ours: nothing of the message itself */
export function countRefusal(what: string): void {
  unwritten[what] = (unwritten[what] ?? 0) + 1;
  if (!writing) void write();
}

/** @returns what was refused since the browser started, and how often */
export async function readRefusals(): Promise<Record<string, number>> {
  const kept = counts.safeParse((await browser.storage.session.get(KEY))[KEY]);
  return kept.success ? kept.data : {};
}

async function write(): Promise<void> {
  writing = true;
  try {
    while (Object.keys(unwritten).length > 0) {
      const sum = await readRefusals();
      for (const [what, times] of Object.entries(unwritten)) sum[what] = (sum[what] ?? 0) + times;
      unwritten = {};
      await browser.storage.session.set({ [KEY]: sum });
    }
  } catch {
    // What cannot be counted is refused all the same.
    unwritten = {};
  } finally {
    writing = false;
  }
}
