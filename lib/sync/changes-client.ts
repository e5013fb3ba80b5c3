/** The one request that a visible sidebar makes itself; the others are the background's, and need not be loaded with it. */
import { changeAnswer } from '../contract/lead.ts';
import { type ClientOptions, requested } from './request.ts';

export type ChangesClient = ReturnType<typeof changesClient>;

export const changesClient = (options: ClientOptions) => ({
  /** Held by the store for up to `wait` seconds, until the card has a newer revision. */
  changes: (leadId: string, rev: number, wait: number, signal?: AbortSignal) =>
    requested(options, `/api/leads/${leadId}/changes?rev=${rev}&wait=${wait}`, changeAnswer, {
      signal,
      timeout: (wait + 5) * 1000,
    }),
});
