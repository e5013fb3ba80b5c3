/** The chips beside the rows: one button per lead that marketing knows, drawn over the page and never into it. */
import type { Row } from '../crm/rows.ts';
import { type FindPlace, placeFinder, type Size } from './chip-place.ts';
import type { ChipFace } from './list-wire.ts';

export interface Chips {
  /** These rows are in front now. */
  show(rows: ReadonlyMap<string, Row>): void;
  /** What is known of one; null: nobody. */
  face(key: string, face: ChipFace | null): void;
  /** Finds every chip's place again. */
  place(): void;
  /** Hides those whose row does not say any more what it said. */
  doubt(): void;
  /** The chip's box, for what is to stand beside it; null while it is not in sight. */
  boxOf(key: string): DOMRect | null;
  /** Moves the focus to this chip, or to the one so many before or after it. */
  focus(key: string, by: number): void;
  mark(key: string | null): void;
  element: HTMLElement;
}

export interface ChipsOptions {
  /** Holds the chips, over the page. */
  host: Element;
  onHover(key: string | null): void;
  onFocus(key: string): void;
  onBlur(): void;
  onOpen(key: string): void;
  onKey(key: string, event: KeyboardEvent): void;
}

interface Chip {
  key: string;
  button: HTMLButtonElement;
  row: Row | null;
  /** What the row said when it was read. */
  said: string;
  known: boolean;
  size: Size | null;
}

/** @returns no chips yet; put `element` where they are to be drawn */
export function createChips(options: ChipsOptions): Chips {
  const { host } = options;
  const element = document.createElement('div');
  element.className = 'chips';
  element.setAttribute('role', 'group');
  const chips = new Map<string, Chip>();
  /** Those in front that have something to say, in page order. */
  let inOrder: Chip[] = [];

  const chipOf = (key: string): Chip => {
    const button = document.createElement('button');
    const chip: Chip = { key, button, row: null, said: '', known: false, size: null };
    button.type = 'button';
    button.tabIndex = -1;
    button.className = 'chip away';
    listen(chip);
    chips.set(key, chip);
    return chip;
  };

  // Without the signal, which would hold every button there ever was. The page can dispatch events at the host, not at what is in its closed root; trusted ones count all the same.
  const listen = (chip: Chip) => {
    const { key, button } = chip;
    const on = <E extends keyof HTMLElementEventMap>(
      name: E,
      act: (event: HTMLElementEventMap[E]) => void,
    ) => button.addEventListener(name, (event) => event.isTrusted && act(event));
    on('pointerenter', () => options.onHover(key));
    on('pointerleave', () => options.onHover(null));
    on('focus', () => {
      for (const each of chips.values()) each.button.tabIndex = each === chip ? 0 : -1;
      // The one that Tab leads to can be reached wherever the list has scrolled; then its row is brought into sight.
      bring(chip);
      options.onFocus(key);
    });
    on('blur', options.onBlur);
    on('click', () => options.onOpen(key));
    on('keydown', (event) => options.onKey(key, event));
  };

  const bring = ({ button, row }: Chip) => {
    if (!button.classList.contains('away')) return;
    row?.anchor.scrollIntoView({ block: 'nearest' });
    all.place();
  };

  const order = () => {
    inOrder = [...chips.values()].filter((chip) => chip.row !== null && chip.known);
    if (!inOrder.some(({ button }) => button.tabIndex === 0)) {
      for (const [place, { button }] of inOrder.entries()) button.tabIndex = place === 0 ? 0 : -1;
    }
  };

  const all: Chips = {
    element,
    show(rows) {
      for (const chip of chips.values()) {
        if (rows.has(chip.key)) continue;
        chip.row = null;
        hide(chip);
        if (!chip.button.matches(':focus')) {
          chip.button.remove();
          chips.delete(chip.key);
        }
      }
      for (const [key, row] of rows) {
        const chip = chips.get(key) ?? chipOf(key);
        chip.row = row;
        chip.said = saidBy(row);
        // In page order, for whoever goes through them by keyboard.
        chips.delete(key);
        chips.set(key, chip);
      }
      order();
    },
    face(key, face) {
      const chip = chips.get(key);
      if (!chip) return;
      chip.known = face !== null;
      chip.size = null;
      if (face) {
        draw(chip.button, face);
        if (!chip.button.isConnected) element.append(chip.button);
      } else chip.button.remove();
      order();
    },
    place() {
      const find = placeFinder(host);
      const shown = inOrder.filter(({ row }) => row !== null);
      for (const chip of shown) chip.size ??= sizeOf(chip.button);
      const places = shown.map((chip) => placeOf(chip, find));
      for (const [index, chip] of shown.entries()) {
        const place = places[index];
        chip.button.classList.toggle('away', !place);
        if (place) chip.button.style.transform = `translate(${place.x}px, ${place.y}px)`;
      }
    },
    doubt() {
      for (const chip of inOrder) {
        if (chip.row && saidBy(chip.row) !== chip.said) hide(chip);
      }
    },
    boxOf(key) {
      const button = chips.get(key)?.button;
      return button?.isConnected && !button.classList.contains('away')
        ? button.getBoundingClientRect()
        : null;
    },
    focus(key, by) {
      const from = inOrder.findIndex((chip) => chip.key === key);
      const to = inOrder[Math.max(0, Math.min(inOrder.length - 1, from + by))];
      if (!to) return;
      bring(to);
      to.button.focus({ preventScroll: true });
    },
    mark(key) {
      for (const chip of chips.values()) chip.button.classList.toggle('open', chip.key === key);
    },
  };
  return all;
}

const hide = ({ button }: Chip) => button.classList.add('away');

/** Two people of one name differ in their links. */
function saidBy({ anchor, element }: Row): string {
  if (!anchor.isConnected) return '';
  const link = anchor.closest('a') ?? element.querySelector('a[href]');
  return `${anchor.textContent} ${link?.getAttribute('href') ?? ''}`;
}

function placeOf({ row, said, size }: Chip, find: FindPlace) {
  return row && size && saidBy(row) === said ? find(row, size) : null;
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({
  width: offsetWidth,
  height: offsetHeight,
});

function draw(button: HTMLButtonElement, { text, label, heat }: ChipFace): void {
  const plain = !/^\d/.test(text);
  button.classList.remove('hot', 'warm', 'cold', 'plain');
  button.classList.add(plain ? 'plain' : heat);
  button.setAttribute('aria-label', label);
  // Drawn by the style: a page can search the text of closed roots, too (`window.find`), one score after the other.
  button.dataset.said = text;
  if (!button.firstChild) button.append(document.createElement('i'));
}
