/** The place of the panel, with grey lines in it until there is more: put up by the scout, furnished by the reader. */
import { isKnownHost } from '../crm/hosts.ts';
import type { Known } from './extension.ts';
import type { Host } from './host.ts';

/** An iframe that loads as soon as it is in the page. */
export interface Iframe {
  element: HTMLIFrameElement;
  /** Address of the page within the extension. */
  src: string;
  /** Whether it has loaded before somebody listened. */
  loaded: boolean;
}

/** @param title what it is called */
export function createIframe(title: string, src: string): Iframe {
  const element = document.createElement('iframe');
  element.title = title;
  element.src = src;
  const iframe = { element, src, loaded: false };
  element.addEventListener(
    'load',
    () => {
      iframe.loaded = true;
    },
    { once: true },
  );
  return iframe;
}

export interface Place {
  box: HTMLElement;
  waiting: HTMLElement;
  /** The sidebar's frame, made when it is first asked for, and then only once. */
  iframe(): Iframe;
  /** To the side and in the width that people left it. */
  lay(shown: boolean): void;
}

export function createPlace({ root }: Host, { recipe, words, panel: state }: Known): Place {
  const box = document.createElement('div');
  const waiting = createWaiting();
  let made: Iframe | null = null;
  box.append(waiting);
  root.append(box);
  return {
    box,
    waiting,
    iframe() {
      const known = isKnownHost(recipe, location.origin);
      const src = chrome.runtime.getURL(known ? 'sidebar.html' : 'sidebar-elsewhere.html');
      made ??= createIframe(words.sidebar, src);
      if (!made.element.isConnected) box.prepend(made.element);
      return made;
    },
    lay(shown) {
      box.hidden = !shown;
      box.classList.remove('left', 'right');
      box.classList.add('panel', state.side);
      box.style.width = `${state.width}px`;
    },
  };
}

function createWaiting(): HTMLElement {
  const waiting = document.createElement('div');
  waiting.className = 'waiting';
  waiting.setAttribute('aria-hidden', 'true');
  for (const width of ['60%', '80%', '40%', '90%', '70%']) {
    const line = document.createElement('i');
    line.style.width = width;
    waiting.append(line);
  }
  return waiting;
}
