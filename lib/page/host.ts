/** The one element Truce adds to a page: fixed, on top, in a closed shadow root, styled in px, gone without a trace. */
import { isAlive } from './extension.ts';
import { PANEL_STYLE } from './panel-style.ts';

/**
 * A plain `div`: the page can define a custom element of any other name, and its class would be handed our root.
 * `waiting` until the frame shows something, then `ready`.
 */
const MARK = 'data-truce';
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

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Somebody wants it: it comes back to its place, however often the page took it away before. */
  restore(): void;
}

/**
 * Puts the host on `<html>`, not into `<body>`, which frameworks own and CRMs put `inert` or `pointer-events: none`
 * on. Hosts of an earlier version of the extension (Firefox runs a new script beside the old one) are removed.
 */
export function createHost(signal: AbortSignal): Host {
  for (const old of document.querySelectorAll(`html > div[${MARK}]`)) old.remove();
  const element = document.createElement('div');
  element.setAttribute(MARK, 'waiting');
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = PANEL_STYLE;
  root.append(style);
  for (const name of KEPT) {
    element.addEventListener(name, (event) => event.stopPropagation(), { signal });
  }
  put(element);
  const restore = keepInPlace(element, signal);
  document.addEventListener('fullscreenchange', () => dress(element), { signal });
  signal.addEventListener('abort', () => element.remove());
  return { element, root, restore };
}

const HOST_STYLE =
  'all:initial!important;position:fixed!important;inset:0 0 auto auto!important;width:0!important;height:0!important;' +
  'z-index:2147483647!important;pointer-events:auto!important;color-scheme:light dark!important;';

/** As it is to be: shown, but not over a full screen. */
const styleNow = (): string =>
  `${HOST_STYLE}display:${document.fullscreenElement ? 'none' : 'block'}!important;`;
/** What keeps people from it without changing how it looks. */
const TAKEN_OFF = ['inert', 'aria-hidden'];

const isInPlace = (element: HTMLElement): boolean =>
  element.parentNode === document.documentElement;
const isDressed = (element: HTMLElement): boolean =>
  element.getAttribute('style') === styleNow() &&
  !TAKEN_OFF.some((name) => element.hasAttribute(name));

function dress(element: HTMLElement): void {
  element.setAttribute('style', styleNow());
  for (const name of TAKEN_OFF) element.removeAttribute(name);
}

function put(element: HTMLElement): void {
  if (!isDressed(element)) dress(element);
  // What is moved loads its frame again, so only when it is elsewhere; a page can have taken its `<html>` away, too.
  if (!isInPlace(element)) document.documentElement?.append(element);
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
