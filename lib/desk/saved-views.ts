/** Filters of the queue that somebody keeps under a name, on this device, one list per person and store. */
import * as z from 'zod/mini';
import { reviewFilter } from '../contract/review.ts';
import { filled, LIMITS } from '../contract/text.ts';
import { browser } from '../platform/browser.ts';

const savedView = z.object({ id: z.string(), name: filled(LIMITS.name), filter: reviewFilter });
export type SavedView = z.infer<typeof savedView>;

/** No limit here: what was written once is read again, or one view too many would take all others along. */
const kept = z.record(z.string(), z.array(savedView));

/** Where they are kept. */
export interface SavedViewStore {
  read(of: string): Promise<SavedView[]>;
  write(of: string, views: SavedView[]): Promise<void>;
}

const KEY = 'savedViews';

async function all(): Promise<Record<string, SavedView[]>> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = kept.safeParse(stored[KEY]);
  return parsed.success ? parsed.data : {};
}

/** Nothing when what is on the disk is not ours. */
export const savedViewStore: SavedViewStore = {
  async read(of) {
    return (await all())[of] ?? [];
  },
  async write(of, views) {
    await browser.storage.local.set({ [KEY]: { ...(await all()), [of]: views } });
  },
};
