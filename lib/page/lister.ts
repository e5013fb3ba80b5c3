/** The lister: rows of a list → frame → chips. A script of its own, which the scout asks for when a list is first opened. */
import { recordKey } from '../contract/record-key.ts';
import { isKnownHost } from '../crm/hosts.ts';
import { createListReader, type Row } from '../crm/rows.ts';
import { type CardBox, createCardBox } from './card-box.ts';
import { CHIP_STYLE } from './chip-style.ts';
import { createChips } from './chips.ts';
import { type Home, onLists, wantsLists, world } from './home.ts';
import { watchList } from './list-watch.ts';
import type { ChipFace, ListedRow } from './list-wire.ts';

/** A pointer that passes over wants nothing; one that left may be on its way to the card. */
const HOVER_MS = 150;
const LEAVE_MS = 300;
/** The most that is asked about at once, which is what the store takes. */
const MOST = 200;

/** Starts in the page the scout lives in, and follows the switch: chips are on, or were never there. */
export async function startLister(): Promise<void> {
  const { truceHome: home } = world;
  if (!home || home.listing || home.signal.aborted) return;
  home.listing = true;
  let life: AbortController | null = null;
  const follow = (on: boolean) => {
    if (on === (life !== null) || home.signal.aborted) return;
    life?.abort();
    life = on ? new AbortController() : null;
    if (life) list(home, AbortSignal.any([home.signal, life.signal]));
  };
  onLists(home.recipe.id, follow, home.signal);
  follow(await wantsLists(home.recipe.id));
}

function list({ recipe, words, host: { root, element: host } }: Home, signal: AbortSignal): void {
  const style = document.createElement('style');
  style.textContent = CHIP_STYLE;
  const faces = new Map<string, ChipFace | null>();
  let card: CardBox | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (act: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const open = (key: string, start: 'look' | 'enter' | 'accepted' | 'rejected') => {
    clearTimeout(timer);
    card?.show(key, start);
    chips.mark(key);
  };
  const close = () => {
    clearTimeout(timer);
    card?.hide();
    chips.mark(null);
  };
  const left = () => later(() => !card?.entered() && close(), LEAVE_MS);

  const chips = createChips({
    host,
    onHover(key) {
      if (card?.entered()) return;
      if (key === null) left();
      else later(() => open(key, 'look'), HOVER_MS);
    },
    onFocus: (key) => later(() => open(key, 'look'), HOVER_MS),
    onBlur: left,
    onOpen: (key) => open(key, 'enter'),
    onKey(key, event) {
      const step = STEPS[event.key];
      const start = event.altKey ? LETTERS[event.code] : undefined;
      if (start && !event.ctrlKey && !event.metaKey) open(key, start);
      else if (event.key === 'Escape') close();
      else if (step !== undefined && !event.altKey) chips.focus(key, step);
      else return;
      event.preventDefault();
    },
  });

  const cardBox = () =>
    createCardBox({
      root,
      src: chrome.runtime.getURL(
        isKnownHost(recipe, location.origin) ? 'row-card.html' : 'row-card-elsewhere.html',
      ),
      title: words.row,
      boxOf: chips.boxOf,
      onHover: (over) => (over ? clearTimeout(timer) : left()),
      onMessage(message) {
        if (message.kind === 'close') {
          const key = card?.open();
          close();
          if (key) chips.focus(key, message.to);
          return;
        }
        chips.element.setAttribute('aria-label', message.group);
        for (const face of message.faces) {
          const known = face.text === null ? null : face;
          faces.set(face.key, known);
          chips.face(face.key, known);
        }
        chips.place();
        card?.place();
      },
      signal,
    });

  root.prepend(style, chips.element);
  let asked = '';
  watchList({
    reader: createListReader(recipe),
    signal,
    onRows(rows) {
      const known = new Map(rows.slice(0, MOST).map((row) => [keyOf(row), row]));
      chips.show(known);
      for (const key of known.keys()) {
        const face = faces.get(key);
        if (face) chips.face(key, face);
      }
      chips.place();
      const listed = [...known].map(([key, row]) => listedRow(key, row));
      const now = JSON.stringify(listed);
      if (now === asked) return;
      asked = now;
      if (listed.length > 0) card ??= cardBox();
      else close();
      card?.ask(listed);
    },
    onDoubt: chips.doubt,
    onMoved() {
      chips.place();
      card?.place();
    },
  });
  window.addEventListener('pageshow', (event) => event.persisted && card?.renew(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    style.remove();
    chips.element.remove();
  });
}

const STEPS: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** By the place on the keyboard, as in the sidebar. */
const LETTERS: Partial<Record<string, 'accepted' | 'rejected'>> = {
  KeyA: 'accepted',
  KeyR: 'rejected',
};

const keyOf = ({ record, facts }: Row): string =>
  record ? recordKey(record) : (facts.email ?? '');

const listedRow = (key: string, { record, facts }: Row): ListedRow => ({ key, record, facts });
