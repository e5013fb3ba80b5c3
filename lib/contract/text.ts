/**
 * lib/contract: the words and shapes that the extension and the store share.
 *
 * In: nothing but zod. Out: one schema per thing, and the type inferred from it.
 * Every boundary parses with these: page to background, background to server, server to
 * database and back. `zod/mini`, because the sidebar loads this on every CRM page.
 */
import * as z from 'zod/mini';

/** Longest texts the contract takes, in UTF-16 units. What is longer is cut by the store, with an ellipsis. */
export const LIMITS = { id: 200, name: 200, line: 500, url: 2048, note: 4000 } as const;

/**
 * A text that may come from anywhere: kept as typed, but storable. PostgreSQL refuses NUL and UTF-8 has
 * no lone surrogates, so both become U+FFFD instead of an error that would lose the rest.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** @returns at most `max` UTF-16 units on one line, never half of a surrogate pair, with an ellipsis when cut */
export function cutLine(text: string, max: number = LIMITS.line): string {
  const line = storable(text.replace(/\s+/g, ' ').trim());
  if (line.length <= max) return line;
  return `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Text of at most `max` UTF-16 units, made storable. Longer input is refused. */
export const text = (max: number) =>
  z.pipe(z.string().check(z.maxLength(max)), z.transform(storable));

/** As `text`, but surrounding white space goes and nothing left is refused. */
export const filled = (max: number) =>
  z.pipe(z.string().check(z.trim(), z.minLength(1), z.maxLength(max)), z.transform(storable));

/** A moment in time, ISO 8601 in UTC (`2026-11-22T09:12:00.000Z`). */
export const instant = z.iso.datetime();

/** A calendar day without a zone (`2027-01-15`). */
export const day = z.iso.date();

/** Any UUID; feedback ids are version 7, lead ids version 4. */
export const uuid = z.uuid();

/** An e-mail address as a key: trimmed and lower-cased, at most 254 characters (RFC 5321). */
export const email = z.pipe(
  z
    .string()
    .check(
      z.trim(),
      z.toLowerCase(),
      z.maxLength(254),
      z.regex(/^[^\s@<>"'(),;:\\[\]]+@[^\s@<>"'(),;:\\[\]]+\.[^\s@.<>"'(),;:\\[\]]{2,}$/),
    ),
  z.transform(storable),
);
