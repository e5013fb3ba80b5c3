/**
 * lib/lead: which lead a tab shows, and who may see it.
 *
 * In: the scout's nonce, the records it reports. Out: a confirmed frame, and what that frame has to show.
 * This file is the background's side of the handshake: the one witness that frame and scout share.
 */
import * as z from 'zod/mini';
import { browser } from '../platform/browser.ts';

/** What is known of one tab. Kept in `storage.session`, so that it outlives the worker but not the browser. */
const testimony = z.object({
  /** Offered by the scout of this tab and not claimed yet. */
  nonce: z.nullable(z.string()),
  /** The frame that claimed the last nonce. */
  frameId: z.nullable(z.int()),
});
type Testimony = z.infer<typeof testimony>;

const keyOf = (tabId: number) => `witness:${tabId}`;

async function recall(tabId: number): Promise<Testimony> {
  const kept = await browser.storage.session.get(keyOf(tabId));
  const parsed = testimony.safeParse(kept[keyOf(tabId)]);
  return parsed.success ? parsed.data : { nonce: null, frameId: null };
}

const keep = (tabId: number, value: Testimony) =>
  browser.storage.session.set({ [keyOf(tabId)]: value });

/** The scout of this tab will hand a port with this nonce to its frame; what was before is over. */
export async function offered(tabId: number, nonce: string): Promise<void> {
  await keep(tabId, { nonce, frameId: null });
}

/**
 * A frame says it was handed this nonce. True once, and only in the tab whose scout offered it: a page that embeds
 * our page, or forges the message, does not know the nonce.
 */
export async function claimed(tabId: number, frameId: number, nonce: string): Promise<boolean> {
  const known = await recall(tabId);
  if (known.nonce === null || known.nonce !== nonce) return false;
  await keep(tabId, { nonce: null, frameId });
  return true;
}

/** @returns whether this frame is the one that claimed the tab's nonce */
export async function isConfirmed(tabId: number, frameId: number): Promise<boolean> {
  return (await recall(tabId)).frameId === frameId;
}
