/** The row card in the page: one frame for all rows, invisible until it has painted the one that is wanted. */
import { createFrame } from './frame.ts';
import type { Host } from './host.ts';
import { isInSight } from './in-sight.ts';
import type { CardStart, CardToList, ListedRow, ListToCard } from './list-wire.ts';
import type { CardPlace } from './place.ts';

const GAP = 6;
const WIDTH = 320;

export interface CardBox {
  /** Asks the frame for what is known of these. */
  ask(rows: ListedRow[]): void;
  /** Wants the card of a row, beside whatever `boxOf` says. */
  show(key: string, start: CardStart): void;
  hide(): void;
  /** Beside which chip it stands, once wanted. */
  open(): string | null;
  /** Whether somebody works in it. */
  entered(): boolean;
  /** Where its chip is has changed. */
  place(): void;
  renew(): void;
}

/** What the frame says to others than its box. */
export type CardSays = Exclude<CardToList, { kind: 'drawn' | 'hello' | 'look' }>;

export interface CardBoxOptions {
  place: CardPlace;
  host: Host;
  boxOf(key: string): DOMRect | null;
  onMessage(message: CardSays): void;
  onHover(over: boolean): void;
  signal: AbortSignal;
}

export function createCardBox(options: CardBoxOptions): CardBox {
  const { boxOf, onMessage, onHover, signal } = options;
  const { box, iframe } = options.place;
  const { element: host, root } = options.host;
  let wanted: { key: string; start: CardStart } | null = null;
  let height = 0;

  const frame = createFrame<ListToCard, CardToList>({
    iframe,
    signal,
    // Chips are a help beside the list: where the page forbids frames there are none, and nothing is said of it here. What is only
    // slow stays, unseen, until it answers.
    onBlocked: () => undefined,
    onMessage(message) {
      if (message.kind === 'drawn') {
        if (message.key !== wanted?.key) return;
        height = message.height;
        place();
      } else if (message.kind === 'look') {
        frame.send({ kind: 'sight', clear: isInSight(host, box) });
      } else if (message.kind !== 'hello') onMessage(message);
    },
  });

  const away = () => {
    box.className = 'card away';
    frame.element.tabIndex = -1;
    box.inert = true;
  };

  const place = () => {
    const chip = wanted && height > 0 ? boxOf(wanted.key) : null;
    if (!chip) {
      // Somebody who works in it keeps it, wherever the row has gone.
      if (!entered()) away();
      return;
    }
    // Higher than the window, as a form at 200 % can be: then it scrolls within itself, and its buttons stay in reach.
    const high = Math.min(height, innerHeight);
    const below = chip.bottom + GAP + high <= innerHeight;
    const y = below ? chip.bottom + GAP : Math.max(0, chip.top - GAP - high);
    const x = Math.max(0, Math.min(chip.left, innerWidth - WIDTH - GAP));
    box.style.height = `${high}px`;
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    box.className = 'card';
    box.inert = false;
    frame.element.tabIndex = 0;
    if (wanted?.start !== 'look' && !entered()) frame.element.focus({ preventScroll: true });
  };

  const entered = () => root.activeElement === frame.element;

  away();
  box.addEventListener('pointerenter', (event) => event.isTrusted && onHover(true), { signal });
  box.addEventListener('pointerleave', (event) => event.isTrusted && onHover(false), { signal });

  return {
    ask: (rows) => frame.send({ kind: 'rows', rows }),
    show(key, start) {
      if (wanted?.key !== key) {
        height = 0;
        away();
      }
      wanted = { key, start };
      frame.send({ kind: 'card', key, start });
      place();
    },
    hide() {
      if (!wanted) return;
      wanted = null;
      height = 0;
      away();
      frame.send({ kind: 'card', key: null, start: 'look' });
    },
    open: () => wanted?.key ?? null,
    entered,
    place,
    renew: frame.renew,
  };
}
