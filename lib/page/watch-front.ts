/** Watches for records that come to the front without a new address: side panels, previews, dialogs, frames. */

/** Panels slide in; what has not changed for this long is there. Pages that never rest are looked at all the same. */
const REST_MS = 150;
const AT_MOST_MS = 1000;

/** Calls `look` some time after the page's elements changed. Only for CRMs whose recipe has panels or frames. */
export function watchFront(look: () => void, signal: AbortSignal): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const soon = () => {
    const now = performance.now();
    if (rest === undefined) since = now;
    clearTimeout(rest);
    rest = setTimeout(
      () => {
        rest = undefined;
        look();
      },
      Math.max(0, Math.min(REST_MS, since + AT_MOST_MS - now)),
    );
  };
  const observer = new MutationObserver(soon);
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'src'],
  });
  // What is inside a frame is not seen from here, its loading is.
  document.addEventListener('load', soon, { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(rest);
  });
}
