/** Bodies of webhooks: JSON, or forms with keys in brackets; and times as tools write them. */
import { parseJson } from '../http/body.ts';
import { problemError } from '../http/problems.ts';
import { isObject, type Loose } from '../ingest/read.ts';

/** More in one request is no webhook. */
const MOST_ITEMS = 5_000;

/** @returns the array that was sent, or the one thing */
export function jsonItems(bytes: Buffer): unknown[] {
  const body = parseJson(bytes);
  return notTooMany(Array.isArray(body) ? body : [body]);
}

/** @returns the same items; throws `too-large` when no tool would send so many at once */
export function notTooMany(items: unknown[]): unknown[] {
  if (items.length <= MOST_ITEMS) return items;
  throw problemError(
    'too-large',
    'The batch is too long',
    `Send at most ${MOST_ITEMS} items at once.`,
  );
}

/** @returns the object that was sent; throws `bad-request` when it is something else */
export function jsonObject(bytes: Buffer): Loose {
  const body = parseJson(bytes);
  if (isObject(body)) return body;
  throw problemError('bad-request', 'The body is no object', 'Send one JSON object.', {
    field: 'body',
  });
}

/** @returns `data[merges][FNAME]=Ana` as objects in objects; of two values with one key the last */
export function formObject(bytes: Buffer): Loose {
  const form: Loose = {};
  for (const [key, value] of new URLSearchParams(bytes.toString('utf8'))) {
    const path = key.split('[').map((part) => part.replace(/\]$/, ''));
    put(form, path.slice(0, 6), value);
  }
  return form;
}

function put(into: Loose, [key = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    define(into, key, value);
    return;
  }
  const known = Object.hasOwn(into, key) ? into[key] : undefined;
  const next: Loose = isObject(known) ? known : {};
  define(into, key, next);
  put(next, rest, value);
}

/** Defined, not assigned: a key called `__proto__` is a key. */
function define(into: Loose, key: string, value: unknown): void {
  Object.defineProperty(into, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** @returns seconds since 1970 as the messages have times; undefined when it is no number */
export function fromSeconds(value: unknown): string | undefined {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof seconds === 'number' ? fromMillis(seconds * 1000) : undefined;
}

/** The same for milliseconds. */
export function fromMillis(value: unknown): string | undefined {
  const millis = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof millis !== 'number' || !Number.isFinite(millis) || Math.abs(millis) > 8.64e15) {
    return undefined;
  }
  return new Date(millis).toISOString();
}
