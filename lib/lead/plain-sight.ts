/**
 * Whether our frame is truly to be seen while somebody is about to say something in it. A page can lay things over us, fade us
 * or show us at the moment of a press; what was pressed unseen was not meant.
 */
import { type Cell, cell } from '../platform/cell.ts';

/** Who can tell: the browser's own observer, where it knows of covers, and our part in the page. */
export type Witness = 'browser' | 'page';

/** Somebody who presses has to have had a chance to see what is pressed. */
export const SEEN_MS = 500;
/** Looked at for so long after a pointer or key was here last; then nothing is observed. */
export const LINGER_MS = 5000;
/** How often the page's part is asked meanwhile, ms. */
export const LOOK_MS = 250;
/** We came, or became another size: for so long the browser may speak of what was before, and nobody is told that we are hidden. */
export const CALM_MS = 1000;
/** A press that hears nothing for so long is not taken. */
const PATIENCE_MS = 5000;

/** What a press is told: it counts; we are not to be seen; or we came into sight only just before it. */
export type Seen = 'seen' | 'hidden' | 'too-soon';

export interface PlainSight {
  /** True while it is known that we are not fully to be seen. */
  hidden: Cell<boolean>;
  /** A pointer, a key or the focus is here. */
  near(by?: 'pointer' | 'keys'): void;
  /** Our own doing has changed where or how large we are. */
  moved(): void;
  /** Resolves when it is known whether what was pressed just now counts. */
  pressed(): Promise<Seen>;
  /** Nobody is near any more, or nothing is shown. */
  rest(): void;
}

export interface SightOptions {
  witnesses: readonly Witness[];
  /** Starts observing; everything that is seen goes to `tell`. @returns what stops it */
  observe(tell: (witness: Witness, clear: boolean) => void): () => void;
  /** Asks the page's part to look again. */
  look(): void;
  now?(): number;
  /** Calls again and again. @returns what stops it */
  every?(ms: number, act: () => void): () => void;
}

/** Where no page holds us, everything counts. */
export const ALWAYS_SEEN: PlainSight = {
  hidden: cell(false),
  near: () => undefined,
  moved: () => undefined,
  pressed: async () => 'seen',
  rest: () => undefined,
};

const tick = (ms: number, act: () => void): (() => void) => {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
};

/** A press that waits to be told. */
interface Waiting {
  at: number;
  need: number;
  answer(seen: Seen): void;
}

/** Observes only while somebody is near, and forgets what it saw when they have gone. */
export function plainSight(options: SightOptions): PlainSight {
  const { witnesses, observe, look, now = () => performance.now(), every = tick } = options;
  const hidden = cell(false);
  const clear = new Map<Witness, boolean>();
  let stop: (() => void) | null = null;
  let lastNear = 0;
  let by: 'pointer' | 'keys' = 'keys';
  /** In plain sight without a break since then. */
  let since: number | null = null;
  let hiddenAt: number | null = null;
  let calmAt = 0;
  let waiting: Waiting[] = [];

  const hear = (witness: Witness, isClear: boolean) => {
    if (!stop) return;
    clear.set(witness, isClear);
    if (isUnclear()) {
      since = null;
      hiddenAt = now();
    } else if (since === null && witnesses.every((one) => clear.has(one))) since = now();
    show();
    settle();
  };

  const isUnclear = () => [...clear.values()].includes(false);
  /** Once hidden it stays so until it is clear: saying so makes some of us higher, which is a change of size again. */
  const show = () => hidden.set(isUnclear() && (hidden.get() || now() >= calmAt));

  /** Answers the presses of which enough is known by now. */
  const settle = () => {
    const open: Waiting[] = [];
    for (const press of waiting) {
      const seen = judge(press);
      if (seen) press.answer(seen);
      else open.push(press);
    }
    waiting = open;
  };

  const judge = ({ at, need }: Waiting): Seen | null => {
    if (hidden.get()) return 'hidden';
    // Shown within the last moment before the press: somebody may have aimed at what was there before.
    if (need > 0 && hiddenAt !== null && at - hiddenAt < need) return 'too-soon';
    if (since !== null && now() - since >= need) return 'seen';
    return now() - at > (isUnclear() ? CALM_MS : PATIENCE_MS) ? 'hidden' : null;
  };

  const start = () => {
    calmAt = now() + CALM_MS;
    const ends = [observe(hear), every(LOOK_MS, turn)];
    stop = () => {
      for (const end of ends) end();
    };
    look();
  };

  const turn = () => {
    show();
    settle();
    if (waiting.length === 0 && now() - lastNear > LINGER_MS) rest();
    else look();
  };

  const rest = () => {
    stop?.();
    stop = null;
    clear.clear();
    since = null;
    hiddenAt = null;
    for (const { answer } of waiting) answer('hidden');
    waiting = [];
    hidden.set(false);
  };

  return {
    hidden,
    near(how) {
      lastNear = now();
      by = how ?? by;
      if (!stop) start();
      // Whoever comes back to us is not to wait for the next look: what lay over us may have gone as they came.
      else if (hidden.get()) look();
    },
    moved() {
      calmAt = now() + CALM_MS;
    },
    pressed() {
      lastNear = now();
      if (!stop) start();
      else look();
      const need = by === 'pointer' ? SEEN_MS : 0;
      return new Promise((answer) => {
        waiting.push({ at: now(), need, answer });
        settle();
      });
    },
    rest,
  };
}
