/** The place of the panel, with grey lines in it until there is more: put up by the scout, furnished by the reader. */

import type { FirstHeard } from '../contract/first-heard.ts';
import type { Recipe } from '../contract/recipe.ts';
import { isKnownHost } from '../crm/hosts.ts';
import { type FrameOffer, type Known, type Seat, tell } from './extension.ts';
import type { Host } from './host.ts';

/** In the isolated world's global: all our scripts in one document call it by one word. */
const world = globalThis as { trucePage?: string };

/** An iframe that loads as soon as it is in the page. */
export interface Iframe {
  element: HTMLIFrameElement;
  /** Address of the page within the extension. */
  src: string;
  /** Whether it has loaded before somebody listened. */
  loaded: boolean;
  /** Offers a port, or that there will be one. @returns whether the background has taken note, and the frame can ask for it */
  offer(nonce: string, first?: readonly FirstHeard[]): Promise<boolean>;
  /**
   * What was offered when it was made. It stands in the address, in the part that no report of the browser repeats, and behind it what
   * is to be heard first.
   */
  nonce: string;
}

export interface IframeOptions {
  /** What it is called. */
  title: string;
  /** Of the page in the extension. */
  path: string;
  seat: Seat;
  first?: readonly FirstHeard[];
}

/** The background knows of it before it loads, so that it need not wait for this page, which may be busy, to be known as ours. */
export function createIframe({ title, path, seat, first = [] }: IframeOptions): Iframe {
  const element = document.createElement('iframe');
  const nonce = crypto.randomUUID();
  const src = chrome.runtime.getURL(path);
  world.trucePage ??= crypto.randomUUID();
  const page = world.trucePage;
  const offer: Iframe['offer'] = (fresh, heard = []) => {
    const body: FrameOffer = { nonce: fresh, page, seat, first: heard };
    return tell({ to: 'background', name: 'frame.offer', body });
  };
  void offer(nonce, first);
  element.title = title;
  element.src = `${src}#${nonce}${JSON.stringify(first)}`;
  // Nobody asks it for its window before it has loaded: making one known to our scripts costs the page two milliseconds.
  const iframe: Iframe = { element, src, loaded: false, nonce, offer };
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
  /** The sidebar's frame, made when it is first asked for, and then only once. @param first what it is to hear then */
  iframe(first?: readonly FirstHeard[]): Iframe;
  /** Takes the frame away, while nobody but the scout has to do with it. */
  clear(): void;
  /** To the side and in the width that people left it. */
  lay(shown: boolean): void;
}

export function createPlace({ root }: Host, { recipe, words, panel: state }: Known): Place {
  const box = document.createElement('div');
  const waiting = createWaiting();
  let made: Iframe | null = null;
  // Behind the frame, which lets it be seen until it has something to show: this page may be too busy to take it away.
  box.append(waiting);
  root.append(box);
  return {
    box,
    waiting,
    iframe(first) {
      const path = pageFor(recipe, 'sidebar');
      made ??= createIframe({ title: words.sidebar, path, seat: 'sidebar', first });
      if (!made.element.isConnected) waiting.after(made.element);
      return made;
    },
    clear() {
      made?.element.remove();
      made = null;
    },
    lay(shown) {
      box.hidden = !shown;
      box.classList.remove('left', 'right');
      box.classList.add('panel', state.side);
      box.style.width = `${state.width}px`;
    },
  };
}

/** Where the card of a list's row stands: unseen, and loading already, while the list itself is still being drawn. */
export interface CardPlace {
  box: HTMLElement;
  iframe: Iframe;
}

export function createCardPlace({ root }: Host, { recipe, words }: Known): CardPlace {
  const box = document.createElement('div');
  box.className = 'card away';
  box.inert = true;
  const path = pageFor(recipe, 'row-card');
  const iframe = createIframe({ title: words.row, path, seat: 'rows' });
  box.append(iframe.element);
  root.append(box);
  return { box, iframe };
}

/** Where the manifest does not know the host, its twin with an address that changes. */
const pageFor = (recipe: Recipe, name: string): string =>
  `${name}${isKnownHost(recipe, location.origin) ? '' : '-elsewhere'}.html`;

function createWaiting(): HTMLElement {
  const waiting = document.createElement('div');
  waiting.className = 'waiting';
  waiting.setAttribute('aria-hidden', 'true');
  for (const width of [60, 80, 40, 90, 70]) {
    const line = document.createElement('i');
    line.style.width = `${width}%`;
    waiting.append(line);
  }
  return waiting;
}
