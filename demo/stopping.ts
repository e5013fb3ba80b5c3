/** Stops everything that was started, last first, once, however the end comes. */

export interface Stopping {
  /** Something to stop. What was added last is stopped first. */
  add(stop: () => Promise<unknown> | unknown): void;
  /** Aborted as soon as stopping begins. */
  readonly signal: AbortSignal;
  /** Stops everything; more calls wait for the first. */
  stop(): Promise<void>;
}

/** How long one thing may take to stop before the rest goes on without it. */
const PATIENCE = 5000;

export function makeStopping(): Stopping {
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const controller = new AbortController();
  let stopped: Promise<void> | null = null;

  async function stopAll() {
    controller.abort();
    for (let stop = stops.pop(); stop; stop = stops.pop()) await patiently(stop);
  }

  return {
    signal: controller.signal,
    add: (stop) => {
      // What was still starting when the end came is stopped as soon as it is there.
      if (controller.signal.aborted) void patiently(stop);
      else stops.push(stop);
    },
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

/** One that hangs or fails to stop must not keep the others running. */
async function patiently(stop: () => Promise<unknown> | unknown): Promise<void> {
  await Promise.race([
    Promise.resolve()
      .then(stop)
      .catch(() => {}),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}

/** Calls `stop` on Ctrl-C and on what system services send. Pressing Ctrl-C again changes nothing. */
export function onSignals(stop: (signal: NodeJS.Signals) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
