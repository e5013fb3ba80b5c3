/** Doing something as often as it is wished for, and never so often that it is felt. */

/** A machine that is busy with other things makes everything seem to take long; nobody waits for that. */
const LONGEST_MS = 300;

export interface Pace {
  /** This long after the last time at the earliest, ms. */
  rest: number;
  /** It takes at most one part in so many of all time: the longer it takes, the rarer it gets. */
  share: number;
  /** When it can be done next: soon, or with the next frame. */
  next(run: () => void): void;
  signal: AbortSignal;
}

/** @returns what wishes for it; it then happens once for all wishes, at once if it has rested */
export function paced({ rest, share, next, signal }: Pace, act: () => void): () => void {
  let wished = false;
  let free = 0;
  const run = () => {
    wished = false;
    if (signal.aborted) return;
    const from = performance.now();
    act();
    const now = performance.now();
    free = now + Math.max(rest, Math.min((now - from) * (share - 1), LONGEST_MS));
  };
  return () => {
    if (wished || signal.aborted) return;
    wished = true;
    const wait = free - performance.now();
    if (wait > 0) setTimeout(() => next(run), wait);
    else next(run);
  };
}
