/** "Something changed, ask again": Firefox gives frames inside web pages no broadcasts, but storage changes reach all. */
import { browser } from './browser.ts';

export type Topic = 'outbox' | 'connection' | 'day';

/** Tells every page of the extension that this topic changed. */
export async function announce(topic: Topic): Promise<void> {
  await browser.storage.local.set({ [`changed:${topic}`]: `${Date.now()}:${Math.random()}` });
}

/** Calls `then` after each announcement of the topic, until the signal is aborted. */
export function onAnnounced(topic: Topic, then: () => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && `changed:${topic}` in changes) then();
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen));
}
