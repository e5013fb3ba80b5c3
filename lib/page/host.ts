/** The one element Truce adds to a page: fixed, on top, in a closed shadow root, styled in px, gone without a trace. */
import { isAlive } from './extension.ts';
import { PANEL_STYLE } from './panel-style.ts';

/**
 * A plain `div`: the page can define a custom element of any other name, and its class would be handed our root.
 * `waiting` until the frame shows something, then `ready`.
 */
const MARK = 'data-truce';
/** A page that keeps removing the host wants it gone. */
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
}

/**
 * Puts the host on `<html>`, not into `<body>`, which frameworks own and CRMs put `inert` or `pointer-events: none`
 * on. Hosts of an earlier version of the extension (Firefox runs a new script beside the old one) are removed.
 */
export function createHost(signal: AbortSignal): Host {
  for (const old of document.querySelectorAll(`html > div[${MARK}]`)) old.remove();
  const element = document.createElement('div');
  element.setAttribute(MARK, 'waiting');
  element.setAttribute('style', HOST_STYLE);
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = PANEL_STYLE;
  root.append(style);
  for (const name of KEPT) {
    element.addEventListener(name, (event) => event.stopPropagation(), { signal });
  }
  document.documentElement.append(element);
  keepAttached(element, signal);
  const draw = () => {
    const gone = document.fullscreenElement !== null;
    element.style.setProperty('display', gone ? 'none' : 'block', 'important');
  };
  document.addEventListener('fullscreenchange', draw, { signal });
  signal.addEventListener('abort', () => element.remove());
  return { element, root };
}

const HOST_STYLE =
  'all:initial!important;position:fixed!important;inset:0 0 auto auto!important;width:0!important;height:0!important;' +
  'z-index:2147483647!important;pointer-events:auto!important;display:block!important;color-scheme:light dark!important;';

function keepAttached(element: HTMLElement, signal: AbortSignal): void {
  let returns: number[] = [];
  const observer = new MutationObserver(() => {
    // An orphan's observer must not bring back the host that a newer script has just removed.
    if (element.isConnected || !isAlive()) return;
    const now = performance.now();
    returns = [...returns.filter((at) => now - at < RETURNS_WITHIN_MS), now];
    if (returns.length > MOST_RETURNS) observer.disconnect();
    else document.documentElement.append(element);
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
