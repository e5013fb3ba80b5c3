/**
 * lib/page: what lives in the CRM's tab, and nothing else does: watch the address, read the page once it has
 * settled, hold the frame. The page can see that something is here; what it shows stays in the frame.
 *
 * In: the page's address and DOM. Out: the record, its facts, over a private port; a host element.
 * No React, no zod, no polyfill: this is loaded with every page of the CRM.
 */

/** Slow net for what no event tells: redirects by replaceState in browsers without the Navigation API. */
const SAFETY_POLL_MS = 1000;

/**
 * Calls `onUrl` now and after each change of the address, whoever made it.
 *
 * `currententrychange` fires after the commit, for push, replace, traverse and hash alike; WXT's own watcher
 * listens to `navigate`, which is before the address has changed. The type check is needed because an element
 * with id="navigation" answers to `window.navigation` where the API is missing.
 */
export function watchUrl(onUrl: () => void, signal: AbortSignal): void {
  let last = '';
  const look = () => {
    if (location.href === last) return;
    last = location.href;
    onUrl();
  };
  const options = { signal };
  if (typeof Navigation === 'function' && window.navigation instanceof Navigation) {
    window.navigation.addEventListener('currententrychange', look, options);
  }
  window.addEventListener('popstate', look, options);
  window.addEventListener('hashchange', look, options);
  const poll = setInterval(() => document.visibilityState === 'visible' && look(), SAFETY_POLL_MS);
  signal.addEventListener('abort', () => clearInterval(poll));
  look();
}
