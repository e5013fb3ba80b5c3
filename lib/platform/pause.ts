/** The pause: no page is read and nothing is shown in pages. What was said is sent all the same. */
import { browser } from './browser.ts';

/** The scout reads it under this name, too (lib/page/extension.ts). */
export const PAUSED = 'paused';

export async function isPaused(): Promise<boolean> {
  return (await browser.storage.local.get(PAUSED))[PAUSED] === true;
}

/** Takes effect at once in pages that are open. */
export async function setPaused(paused: boolean): Promise<void> {
  await browser.storage.local.set({ [PAUSED]: paused });
}
