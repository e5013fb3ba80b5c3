/** Unsaved edits of the definition on this device, so that neither a reload nor a closed tab loses them. */
import * as z from 'zod/mini';
import { uuid } from '../contract/text.ts';
import { browser } from '../platform/browser.ts';

const kept = z.object({
  store: z.string(),
  memberId: z.string(),
  /** What the edits were made from. */
  basedOn: z.int(),
  draftId: z.nullable(uuid),
  /** JSON, kept as it was typed where it is no definition (yet). */
  text: z.string(),
});
export type KeptEdits = z.infer<typeof kept>;

/** Where they are kept. */
export interface KeptEditsStore {
  read(): Promise<KeptEdits | null>;
  write(edits: KeptEdits | null): Promise<void>;
}

const KEY = 'definitionEdits';

/** @returns null when what is on the disk is not ours */
export const keptEditsStore: KeptEditsStore = {
  async read() {
    const parsed = kept.safeParse((await browser.storage.local.get(KEY))[KEY]);
    return parsed.success ? parsed.data : null;
  },
  async write(edits) {
    if (edits) await browser.storage.local.set({ [KEY]: edits });
    else await browser.storage.local.remove(KEY);
  },
};
