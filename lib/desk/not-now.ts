/** Suggestions that somebody set aside on this device, until verdicts say something else. */
import * as z from 'zod/mini';
import type { Suggestion } from '../contract/learning.ts';
import { browser } from '../platform/browser.ts';

/** What a suggestion said when it was set aside. */
const saidThen = z.object({ from: z.int(), to: z.int(), n: z.int() });
const kept = z.record(z.string(), saidThen);
export type NotNow = z.infer<typeof kept>;

/** Where it is kept. */
export interface NotNowStore {
  read(): Promise<NotNow>;
  write(all: NotNow): Promise<void>;
}

const KEY = 'notNow';

/** @returns what this device remembers; nothing when what is on the disk is not ours */
export const notNowStore: NotNowStore = {
  async read() {
    const stored = await browser.storage.local.get(KEY);
    const parsed = kept.safeParse(stored[KEY]);
    return parsed.success ? parsed.data : {};
  },
  async write(all) {
    await browser.storage.local.set({ [KEY]: all });
  },
};

/** @returns everything set aside so far, and this one */
export function withAside(all: NotNow, suggestion: Suggestion): NotNow {
  const { from, to, with: seen } = suggestion;
  return { ...all, [keyOf(suggestion)]: { from, to, n: seen.n } };
}

/** @returns whether it was set aside and still says the same: under 2 points apart, and under half as many verdicts again */
export function isAside(all: NotNow, suggestion: Suggestion): boolean {
  const then = all[keyOf(suggestion)];
  if (!then || then.from !== suggestion.from) return false;
  return Math.abs(suggestion.to - then.to) < 2 && suggestion.with.n < then.n * 1.5;
}

const keyOf = ({ ruleId, step }: Suggestion) => `${ruleId}:${step ?? ''}`;
