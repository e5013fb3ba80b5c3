/** One attempt to deliver: a request to exactly the machines that were checked, and what became of it. */
import type { LookupAddress } from 'node:dns';
import { type ClientRequest, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { addressesOf, type Outside, readTarget } from './target.ts';

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_BYTES = 64_000;

/** What came back, in a few words; `status` is null when nothing did. */
export interface Outcome {
  status: number | null;
  /** `200`, `connection refused`. */
  words: string;
  /** Seconds that the receiver asks to wait. */
  retryAfter: number | null;
}

/** @param stop ends it early: the store is being stopped */
export async function post(
  text: string,
  headers: Record<string, string>,
  body: string,
  outside: Outside,
  stop: AbortSignal,
): Promise<Outcome> {
  const url = readTarget(text, outside);
  if (!url.ok) return nothing(url.problem.detail);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const addresses = await unless(signal, addressesOf(url.value, outside));
    if (!addresses.ok) return nothing(addresses.problem.detail);
    return await send(url.value, headers, body, addresses.value, signal);
  } catch (error) {
    return nothing(signal.aborted ? 'no answer within 15 seconds' : wordsFor(error));
  }
}

function send(
  url: URL,
  headers: Record<string, string>,
  body: string,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // A connection of its own: one that is kept would outlive the check of its address.
    agent: false,
    signal,
    lookup: pinned(addresses),
    autoSelectFamily: true,
  } as const;
  const request: ClientRequest = (url.protocol === 'https:' ? secure : plain)(url, options);
  request.on('response', (answer) => {
    const status = answer.statusCode ?? 0;
    const words =
      status >= 300 && status < 400 ? `${status} (redirects are not followed)` : `${status}`;
    resolve({ status, words, retryAfter: secondsIn(answer.headers['retry-after']) });
    // What the receiver has to say does not matter; read to its end so that it closes in good order, unless there is none.
    let size = 0;
    answer.on('error', () => {});
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_ANSWER_BYTES) answer.destroy();
    });
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

type Answer = (error: null, address: string | LookupAddress[], family?: number) => void;

/** Stands in for the look-up of names: answers with what was checked, whatever is asked. */
function pinned(addresses: readonly LookupAddress[]) {
  return (_host: string, options: { all?: boolean | undefined }, answer: Answer) => {
    const [first] = addresses;
    if (options.all || !first) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };
}

async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(new Error('stopped'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return Promise.race([work, stopped.promise]).finally(() =>
    signal.removeEventListener('abort', stop),
  );
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection broken off',
  ETIMEDOUT: 'no connection',
  EHOSTUNREACH: 'not reachable',
  ENETUNREACH: 'not reachable',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that is trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that is trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that is trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

function wordsFor(error: unknown): string {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return WORDS[code] ?? (code ? `no answer (${code})` : 'no answer');
}

function nothing(words: string): Outcome {
  return { status: null, words, retryAfter: null };
}

function secondsIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}
