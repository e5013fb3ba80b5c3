/** The lister: rows of a list → frame → chips. A script of its own, which the scout asks for when a list is first opened. */
import { recordKey } from '../contract/record-key.ts';
import { createListReader, type Row } from '../crm/rows.ts';
import { type CardBox, type CardSays, createCardBox } from './card-box.ts';
import { CHIP_STYLE } from './chip-style.ts';
import { type Chips, createChips } from './chips.ts';
import { type Home, keptHost, onLists, world } from './home.ts';
import { watchList } from './list-watch.ts';
import type { ChipFace } from './list-wire.ts';
import { createOpener, type Opener } from './opener.ts';
import { createCardPlace } from './place.ts';

/** The most that is asked about at once, which is what the store takes. */
const MOST = 200;

/** Starts in the page the scout lives in, and follows the switch: chips are on, or were never there. */
export function startLister(): void {
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
}

function list(home: Home, signal: AbortSignal): void {
  const { recipe, outlines } = home;
  const host = keptHost(home);
  const style = document.createElement('style');
  style.textContent = CHIP_STYLE;
  const faces = new Map<string, ChipFace | null>();
  let card: CardBox | null = null;
  let asked = '[]';

  const opener = createOpener({
    card: () => card,
    mark: (key) => chips.mark(key),
    signal,
  });
  const chips = createChips({
    host: host.element,
    onHover: (key) => (key === null ? opener.leave() : opener.rest(key)),
    onFocus: opener.rest,
    onBlur: opener.leave,
    onOpen: (key) => opener.open(key, 'enter'),
    onKey: (key, event) => press(key, event, opener, chips) && event.preventDefault(),
  });

  const hear = (message: CardSays) => {
    if (message.kind === 'close') {
      const key = card?.open();
      opener.close();
      if (key) chips.focus(key, message.to);
      // Left for good: it does not come back because its chip has the focus again.
      if (message.to === 0) opener.close();
      return;
    }
    chips.element.setAttribute('aria-label', message.group);
    for (const face of message.faces) {
      const known = face.text === null ? null : face;
      faces.set(face.key, known);
      chips.face(face.key, known);
    }
    place();
  };
  const place = () => {
    chips.place();
    card?.place();
  };

  const show = (rows: Row[]) => {
    const known = new Map(rows.slice(0, MOST).map((row) => [keyOf(row), row]));
    chips.show(known);
    for (const key of known.keys()) {
      const face = faces.get(key);
      if (face) chips.face(key, face);
    }
    place();
    const listed = [...known].map(([key, { record, facts }]) => ({ key, record, facts }));
    const now = JSON.stringify(listed);
    if (now === asked) return;
    asked = now;
    if (listed.length === 0) opener.close();
    else card ??= cardBox();
    card?.ask(listed);
  };

  const cardBox = () => {
    home.card ??= createCardPlace(host, home);
    return createCardBox({
      place: home.card,
      host,
      boxOf: chips.boxOf,
      onHover: (over) => (over ? opener.stay() : opener.leave()),
      onMessage: hear,
      signal,
    });
  };

  host.root.prepend(style, chips.element);
  const reader = createListReader(recipe, outlines);
  watchList({ reader, signal, onRows: show, onDoubt: chips.doubt, onMoved: place });
  window.addEventListener('pageshow', (event) => event.persisted && card?.renew(), { signal });
  signal.addEventListener('abort', () => {
    style.remove();
    chips.element.remove();
    home.card?.box.remove();
    home.card = null;
  });
}

/** Arrows go from chip to chip, Alt and a letter says it, Esc closes. @returns whether the key was one of these */
function press(key: string, event: KeyboardEvent, opener: Opener, chips: Chips): boolean {
  const step = STEPS[event.key];
  const start = LETTERS[event.code];
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) {
    if (start) opener.open(key, start);
    return start !== undefined;
  }
  if (event.key === 'Escape') opener.close();
  else if (step !== undefined) chips.focus(key, step);
  return event.key === 'Escape' || step !== undefined;
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
