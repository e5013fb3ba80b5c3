/**
 * server/doors: how marketing's tools come in by themselves: their webhooks.
 *
 * In: requests as each tool makes them, signed or to a secret address. Out: the same messages that a tracking client
 * would send (`server/ingest/message.ts`), so that identity, kinds, machines, clocks and repeats are one piece of code for
 * all. One file per tool: what it signs, what its items look like, and what of it is confirmed where. A door that cannot
 * read an item says so in a sentence, and the item waits in the intake (`server/intake`).
 *
 * It is called doors, not hooks, because a hook is what the store itself calls elsewhere.
 */
import type { KnownSource } from '../access/known-sources.ts';
import type { Loose } from '../ingest/read.ts';

/** A request, as far as its proof goes. */
export interface Arrived {
  method: string;
  /** As the tool called it, with scheme, host and query. */
  uri: string;
  header: (name: string) => string | undefined;
  /** As they came: signatures are made over bytes, not over what they mean. */
  bytes: Buffer;
  /** When, by the store's clock. */
  now: number;
}

/** One message, in Segment's format. */
export interface Heard {
  message: Loose;
  /** Names of the person that only this tool may give, strongest first. */
  names?: readonly string[];
  /** Whose the message's id is, where it is the same by another door of the tool; left out, it is this source's own. */
  idsOf?: string;
}

/** Why an item is not kept, and whether trying it again later may help. */
export interface NotKept {
  notKept: string;
  replayable: boolean;
  /** Names of whom it is about: whoever reads it is told who that is here, and nobody is troubled with strangers. */
  about?: readonly string[];
}

export interface Door {
  /** On raw bytes, before anything is parsed. Left out where the proof is the secret in the address. */
  proves?: (request: Arrived, secret: string) => boolean;
  /** @returns the items of the body; throws `bad-request` when it is not what this tool sends */
  open: (request: Arrived) => unknown[];
  /** @returns what an item says; nothing when another item says it, or it is not about a person's doings */
  read: (item: unknown, source: Pick<KnownSource, 'mapping'>) => readonly Heard[] | NotKept;
}

/** @returns a refusal that may be tried again: the next release may understand it */
export function notKept(reason: string): NotKept {
  return { notKept: reason, replayable: true };
}

/** @returns a note for an administrator, of something a tool asks for that nobody does on a tool's word alone */
export function forAnAdmin(reason: string, about?: readonly string[]): NotKept {
  return { notKept: reason, replayable: false, ...(about === undefined ? {} : { about }) };
}
