/** What runs in the pages that are measured. Each function is sent there as it stands, so it refers to nothing around it. */

/** What browsers have and the types of the language do not have yet. */
export interface WithScheduler {
  scheduler: { postTask(act: () => void, options: { priority: 'user-blocking' }): void };
}

/** In the CRM's page: goes to a record. @returns when its address changed */
export function goTo(hash: string): number {
  const at = performance.timeOrigin + performance.now();
  location.hash = hash;
  return at;
}

/**
 * In the sidebar: waits until this person's name, their score and the verdict bar are there, and for the frame in which they
 * are painted. @returns when that was
 */
export function painted(name: string): Promise<number> {
  const there = () =>
    document.querySelector('h1 bdi')?.textContent === name &&
    document.querySelector('[data-enough]') !== null &&
    document.querySelector('[data-verdict]') !== null;
  return new Promise((resolve) => {
    const afterPaint = () =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        channel.port2.postMessage(null);
      });
    if (there()) return afterPaint();
    const watch = new MutationObserver(() => {
      if (!there()) return;
      watch.disconnect();
      afterPaint();
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** In the sidebar: forgets all cards, so that only the store knows. */
export function forgetCards(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('truce-cards');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const clearing = opening.result.transaction('entries', 'readwrite');
      clearing.objectStore('entries').clear();
      clearing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** In the sidebar: presses “All” and waits for its first events to be painted. @returns how long that took */
export function openAll(): Promise<number> {
  const tab = document.querySelector<HTMLElement>('[data-filter="all"]');
  const began = performance.now();
  tab?.click();
  return new Promise((resolve) => {
    const look = () => {
      const there =
        tab?.getAttribute('aria-selected') === 'true' &&
        document.querySelectorAll('[data-kind]').length >= 10;
      if (!there) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - began);
      channel.port2.postMessage(null);
      return undefined;
    };
    requestAnimationFrame(look);
  });
}

/** In the sidebar: asks for older events until there are none. @returns how many there are, and how many are drawn */
export async function loadAll(): Promise<{ events: number; drawn: number }> {
  const scroller = document.querySelector('[data-scroll]');
  for (let still = 0; still < 200; still += 1) {
    scroller?.scrollTo(0, scroller.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (document.querySelector('[data-action="older"]')) still = 0;
    else if (still > 3) break;
  }
  const lines = document.querySelectorAll('[data-kind]');
  const size = lines[0]?.getAttribute('aria-setsize');
  return { events: Number(size), drawn: lines.length };
}

/** In the sidebar: scrolls down and up again, so far with each frame. @returns how long frames took, the longest first */
export async function scrollThrough(step: number, frames: number): Promise<number[]> {
  const scroller = document.querySelector('[data-scroll]');
  if (!scroller) return [];
  scroller.scrollTo(0, 0);
  const frame = () => new Promise<number>(requestAnimationFrame);
  await frame();
  const times: number[] = [];
  let last = await frame();
  for (let way = step; times.length < frames; ) {
    const end = scroller.scrollHeight - scroller.clientHeight;
    if (scroller.scrollTop <= 0) way = step;
    if (scroller.scrollTop >= end - 1) way = -step;
    scroller.scrollBy(0, way);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times.sort((a, b) => b - a);
}
