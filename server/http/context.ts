/**
 * server/http: what every request goes through before a room of the store sees it.
 *
 * In: requests from the extension (bearer tokens) and from senders of events (write keys). Out: parsed input for
 * one handler, and its answer or a problem that says what to do. Roles, sizes, origins and errors are dealt with
 * here, once. This file: what handlers are given, all of it replaceable by a test.
 */
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Member } from '../../lib/contract/access.ts';
import type { Language } from '../../lib/words/speak.ts';
import type { Seal } from '../access/seal.ts';
import type { Db } from '../db/database.ts';
import type { Outside } from '../hooks/target.ts';
import type { LeadWatch } from '../leads/watch.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Provider } from '../sign-on/provider.ts';
import type { Limits } from './limits.ts';

export interface Store {
  db: Db;
  /** What tells this store from others (server/doctor). */
  storeId: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** So many unguessable bytes. */
  randomBytes: (size: number) => Buffer;
  log: Logger;
  watch: LeadWatch;
  /** Repaired selectors to hand out, as they were signed; null when there are none. */
  repairs: () => Promise<string | null>;
  /** Closes and opens secrets that have to be read again. */
  seal: Seal;
  /** Where people and tools reach the store, `https://truce.acme.example`; null: as the request says. */
  publicUrl: string | null;
  /** The company's own sign-on; null when there is none. */
  provider: Provider | null;
  /** Where sign-on may lead back to besides Truce's own builds. */
  redirects: readonly string[];
  /** A browser that was not used for so long has to be connected again. */
  idleMs: number;
  /** What webhooks may reach, and how names are looked up for them. */
  outside: Outside;
  /** What is counted for whoever runs the store. */
  metrics: Metrics;
  /** What a reader of the metrics has to show; null: only this machine may read them. */
  metricsToken: string | null;
  /** Aborted first when the process is asked to stop: it still serves, and `GET /readyz` says to send requests elsewhere. */
  leaving: AbortSignal;
  /** How much may come in; null: no limits. */
  limits: Limits | null;
  /** Aborted when the process is asked to stop: whoever waits answers now. */
  stopping: AbortSignal;
  /** How many proxies of ours stand before the store; 0: what a request says of its way here is not believed. */
  proxies: number;
  /** Where a request comes from, for counting failed pairings. */
  addressOf: (context: Context) => string;
}

/** A request that has shown a good token: who asks, and in which workspace everything happens. */
export interface Asker {
  member: Member;
  wsId: string;
  /** The browser it was shown by. */
  deviceId: string;
  /** What it wants to read. */
  language: Language;
  /** What the workspace goes by, as of this request. */
  inForce: InForce;
}

/** Of an asker what decides which rows are theirs. */
export interface Reader {
  member: Pick<Member, 'memberId'>;
  wsId: string;
}

/** The definition in force, and since when it is known what its points mean: milliseconds; null while that is not known. */
export interface InForce {
  version: number;
  taughtAt: number | null;
}
