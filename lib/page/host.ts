/** The one element Truce adds to a page: fixed, on top, in a closed shadow root, styled in px, gone without a trace. */
import { WAITING_STYLE } from './panel-style.ts';

/**
 * A plain `div`: the page can define a custom element of any other name, and its class would be handed our root.
 * `waiting` until the frame shows something, then `ready`.
 */
const MARK = 'data-truce';
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
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
  style.textContent = WAITING_STYLE;
  root.append(style);
  put(element);
  signal.addEventListener('abort', () => element.remove());
  return { element, root };
}

const HOST_STYLE =
  'all:initial!important;position:fixed!important;inset:0 0 auto auto!important;width:0!important;height:0!important;' +
  'z-index:2147483647!important;pointer-events:auto!important;color-scheme:light dark!important;';

/** As it is to be: shown, but not over a full screen. */
const styleNow = (): string =>
  `${HOST_STYLE}display:${document.fullscreenElement ? 'none' : 'block'}!important;`;
/** What keeps people from it without changing how it looks. */
export const TAKEN_OFF = ['inert', 'aria-hidden'];

export const isInPlace = (element: HTMLElement): boolean =>
  element.parentNode === document.documentElement;
export const isDressed = (element: HTMLElement): boolean =>
  element.getAttribute('style') === styleNow() &&
  !TAKEN_OFF.some((name) => element.hasAttribute(name));

export function dress(element: HTMLElement): void {
  element.setAttribute('style', styleNow());
  for (const name of TAKEN_OFF) element.removeAttribute(name);
}

export function put(element: HTMLElement): void {
  if (!isDressed(element)) dress(element);
  // What is moved loads its frame again, so only when it is elsewhere; a page can have taken its `<html>` away, too.
  if (!isInPlace(element)) document.documentElement?.append(element);
}
