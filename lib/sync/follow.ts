/** Hears of changes to one lead while somebody looks at it. The visible page itself asks, so no worker is kept awake. */
import type { ChangesClient } from './changes-client.ts';

/** The store holds the question this long before it says "nothing new". */
const WAIT_S = 20;
const PAUSE_AFTER_FAILURE_MS = 5000;

export interface FollowOptions {
  leadId: string;
  /** Revision that is on screen. */
  rev: number;
  client(): Promise<ChangesClient | null>;
  /** Something on the card is newer. */
  onChange(rev: number): void;
  signal: AbortSignal;
  pause?: (ms: number) => Promise<void>;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the signal is aborted. Says nothing about failures: the card says how old it is. */
export async function follow(options: FollowOptions): Promise<void> {
  const { leadId, client, onChange, signal, pause = sleep } = options;
  let { rev } = options;
  let silent = false;
  while (!signal.aborted) {
    const connected = await client();
    const answer = await connected?.changes(leadId, rev, WAIT_S, signal);
    if (signal.aborted) return;
    if (!answer?.ok) {
      silent = true;
      await pause(PAUSE_AFTER_FAILURE_MS);
    } else if (answer.value.changed || silent) {
      // After a silence even "nothing new" is news: what is on screen says that it may be old.
      silent = false;
      rev = answer.value.rev;
      onChange(rev);
    }
  }
}
