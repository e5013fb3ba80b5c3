/** What scrolls the queue: its own column, or where it is narrow the page. */

/** So many lines are drawn, or left out, together. */
export const STRETCH = 50;

/** @returns the root to watch from; null is the page */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const list = element.closest<HTMLElement>('[data-part="list"]');
  return list && list.scrollHeight > list.clientHeight + 1 ? list : null;
}

/** Calls back as the element comes near to what is in view, and leaves it. @returns a function that stops it */
export function watchNear(
  element: HTMLElement,
  margin: number,
  then: (near: boolean) => void,
): () => void {
  const watch = new IntersectionObserver(
    (entries) => then(entries.at(-1)?.isIntersecting ?? false),
    { root: scrollerOf(element), rootMargin: `${margin}px` },
  );
  watch.observe(element);
  return () => watch.disconnect();
}
