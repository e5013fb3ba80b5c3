/**
 * One run after another, and as few as do: whoever asks while one runs is served by the next, which all who ask meanwhile share.
 * What shows a state by several steps needs it: of two runs side by side the older one may end last, and what it shows stays.
 *
 * @param act reads what there is now and shows it
 * @returns asks for a run that begins after the call; settles when that run has, and fails as it does
 */
export function latest(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = (): Promise<void> => {
    next = null;
    const own = act().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };

  return () => {
    if (!running) return run();
    next ??= running.then(run, run);
    return next;
  };
}
