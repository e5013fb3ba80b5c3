/** The host as somebody works in it: what is pressed there stays there, and what the page does to it is undone. */
import { isAlive } from './extension.ts';
import { dress, type Host, isDressed, isInPlace, put, TAKEN_OFF } from './host.ts';

/** A page that keeps removing or changing the host wants it gone. */
const MOST_RETURNS = 5;
const RETURNS_WITHIN_MS = 5000;

/** Keys and pointer events stop here, so that the CRM's hotkeys and "click outside" handlers never hear them. */
const KEPT = [
  'keydown',
  'keypress',
  'keyup',
  'input',
  'paste',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'focusin',
  'focusout',
  'wheel',
];

/** @returns what brings it back to its place, however often the page took it away before: somebody wants it */
export function keepHost({ element }: Host, signal: AbortSignal): () => void {
  const stop = (event: Event) => event.stopPropagation();
  // They go with the element. A page that might be kept from scrolling scrolls less smoothly.
  for (const name of KEPT) element.addEventListener(name, stop, { passive: true });
  document.addEventListener('fullscreenchange', () => dress(element), { signal });
  return keepInPlace(element, signal);
}

/** Notices when the page takes it away, moves or changes it, and undoes that a few times. @returns what undoes it once more */
function keepInPlace(element: HTMLElement, signal: AbortSignal): () => void {
  let returns: number[] = [];
  const observer = new MutationObserver(() => {
    // An orphan's observer must not bring back the host that a newer script has just removed.
    if ((isInPlace(element) && isDressed(element)) || !isAlive()) return;
    const now = performance.now();
    returns = [...returns.filter((at) => now - at < RETURNS_WITHIN_MS), now];
    if (returns.length > MOST_RETURNS) observer.disconnect();
    else putAndWatch();
  });
  const putAndWatch = () => {
    observer.disconnect();
    put(element);
    observer.observe(document, { childList: true });
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
    observer.observe(element, { attributeFilter: ['style', ...TAKEN_OFF] });
  };
  putAndWatch();
  signal.addEventListener('abort', () => observer.disconnect());
  return () => {
    returns = [];
    if (isAlive() && !signal.aborted) putAndWatch();
  };
}
