/** A language nobody speaks: English, 40 % longer, with marks around it. What shows without them is in no catalog. */

const LONGER = 'ÆØÅ ÄÖÜß ';

/** @returns `[Accept ÆØ]`; a place for something (`{who}`) stays as it is */
function stretched(text: string): string {
  if (text === '') return text;
  const more = Math.ceil(text.length * 0.4);
  return `[${text} ${LONGER.repeat(Math.ceil(more / LONGER.length))
    .slice(0, more)
    .trim()}]`;
}

const known = new WeakMap<object, unknown>();

/** @returns the same catalog in that language: its texts, its functions that make texts, and what is in it */
export function pseudo<T>(words: T): T {
  if (typeof words !== 'object' || words === null) return words;
  const made =
    known.get(words) ?? new Proxy(words, { get: (at, key) => said(Reflect.get(at, key)) });
  known.set(words, made);
  return made as T;
}

function said(value: unknown): unknown {
  if (typeof value === 'string') return stretched(value);
  if (typeof value === 'function') {
    return (...given: unknown[]) => said((value as (...all: unknown[]) => unknown)(...given));
  }
  return pseudo(value);
}
