/** When the card of a row comes and goes: with a pointer that rests, with the focus, with a press. */
import type { CardBox } from './card-box.ts';
import type { CardStart } from './list-wire.ts';

/** A pointer that passes over wants nothing; one that left may be on its way to the card. */
const REST_MS = 150;
const LEAVE_MS = 300;

export interface Opener {
  open(key: string, start: CardStart): void;
  close(): void;
  /** The pointer or the focus has come to this chip, or has left it. */
  rest(key: string): void;
  leave(): void;
  /** The pointer is on the card. */
  stay(): void;
}

export interface OpenerOptions {
  card(): CardBox | null;
  mark(key: string | null): void;
  signal: AbortSignal;
}

export function createOpener({ card, mark, signal }: OpenerOptions): Opener {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  // Somebody who works in the card keeps it, wherever the pointer goes.
  const isFree = () => !card()?.entered();

  const open = (key: string, start: CardStart) => {
    clearTimeout(timer);
    card()?.show(key, start);
    mark(key);
  };
  const close = () => {
    clearTimeout(timer);
    card()?.hide();
    mark(null);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    open,
    close,
    rest: (key) => isFree() && later(() => open(key, 'look'), REST_MS),
    leave: () => later(() => isFree() && close(), LEAVE_MS),
    stay: () => clearTimeout(timer),
  };
}
