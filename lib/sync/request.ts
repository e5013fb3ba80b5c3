/** One request to the store, and what comes of it: the only `fetch` of the extension, besides files (file.ts). */
import type * as z from 'zod/mini';
import {
  failed,
  type Problem,
  type ProblemCode,
  problem,
  type Result,
} from '../contract/problem.ts';

/** Chrome ends a worker whose fetch takes 30 s; better to end it ourselves and know. */
const TIMEOUT_MS = 20_000;
/** No answer of ours comes near this. */
const MOST_BYTES = 5_000_000;

export interface ClientOptions {
  store: string;
  /** Null before pairing. */
  token: string | null;
  fetch?: typeof fetch;
  timeout?: number;
}

export interface Call {
  /** GET, or POST with a body, when it is not said. */
  method?: 'PUT' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal | undefined;
  timeout?: number;
}

/** @returns the parsed answer or the problem; it never throws */
export async function requested<T>(
  { store, token, fetch: send = fetch, timeout = TIMEOUT_MS }: ClientOptions,
  path: string,
  schema: z.ZodMiniType<T>,
  { method, body, signal, timeout: own }: Call,
): Promise<Result<T>> {
  const end = AbortSignal.timeout(own ?? timeout);
  try {
    const response = await send(store + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, end]) : end,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    const text = await response.text();
    return response.ok ? answered(text, schema) : refused(response, text);
  } catch {
    return offline();
  }
}

/** @returns what is said when nobody answered */
export const offline = (): Result<never> =>
  failed(
    'offline',
    'The store does not answer',
    'What you saved stays here and is sent as soon as it does. Check the network, or ask whoever runs the store.',
  );

/** @returns what a good status brought. A captive portal answers 200 with a page of its own, so a good status is not yet an answer. */
export function answered<T>(text: string, schema: z.ZodMiniType<T>): Result<T> {
  const parsed = text.length <= MOST_BYTES ? schema.safeParse(jsonIn(text)) : null;
  if (parsed?.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: { type: 'about:blank', code: 'bad-answer', ...NOT_THE_STORE } };
}

const NOT_THE_STORE = {
  title: 'Something else answered for the store',
  detail:
    'A network sign-in page or another version of the store may be in between. Nothing was lost; it is tried again.',
};

/** For answers that are not ours: the store says what it refuses in words; a proxy in between, by the status alone. */
const CODES: Record<number, ProblemCode> = {
  400: 'bad-answer',
  401: 'not-signed-in',
  403: 'bad-answer',
  413: 'too-large',
  422: 'bad-answer',
  429: 'too-many-requests',
};

/** @returns the problem that a bad status brought */
export function refused(
  response: { status: number; headers: { get(name: string): string | null } },
  text: string,
): Result<never> {
  const said = problem.safeParse(jsonIn(text));
  const retryAfter = secondsIn(response.headers.get('retry-after'));
  const base = said.success ? said.data : unsaid(response.status);
  return {
    ok: false,
    problem: { ...base, status: response.status, ...(retryAfter === null ? {} : { retryAfter }) },
  };
}

function unsaid(status: number): Problem {
  const code = CODES[status] ?? 'store-error';
  if (code === 'bad-answer') return { type: 'about:blank', code, ...NOT_THE_STORE };
  return {
    type: 'about:blank',
    code,
    title: `The store answered with an error (${status})`,
    detail: 'Nothing was lost; it is tried again. If this stays, tell whoever runs the store.',
  };
}

/** Retry-After comes as seconds or as a date; more than a quarter of an hour is not believed. */
function secondsIn(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(900, Math.max(1, Math.ceil(seconds))) : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
