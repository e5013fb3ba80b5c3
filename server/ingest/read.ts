/** Reading what strangers sent: a value of the wanted kind, or null. Nothing here throws. */
import { LIMITS, storable } from '../../lib/contract/text.ts';

export type Loose = Record<string, unknown>;

/** @returns the value if it is an object (no array), else an empty one */
export function object(value: unknown): Loose {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns own property only, so that `__proto__` and `constructor` are just names */
export function own(from: Loose, key: string): unknown {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}

/** @returns the text made storable, cut at `max` with an ellipsis; null when there is none */
export function line(value: unknown, max: number = LIMITS.name): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = cut(storable(value.trim()), max);
  return text === '' ? null : text;
}

/** @returns at most `max` UTF-16 units, never half of a surrogate pair */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** @returns the first of these properties that holds a text, or an object with a name or title */
export function pick(from: Loose, keys: readonly string[], max?: number): string | null {
  for (const key of keys) {
    const value = own(from, key);
    const found = isObject(value)
      ? (line(own(value, 'name'), max) ?? line(own(value, 'title'), max))
      : line(value, max);
    if (found !== null) return found;
  }
  return null;
}

/** @returns an http or https address that fits; others (`javascript:`, `data:`) are not addresses to us */
export function webAddress(value: unknown): URL | null {
  if (typeof value !== 'string' || value.length > 8192) return null;
  const url = URL.parse(storable(value.trim()));
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  // A password in an address is not ours to show around.
  url.username = '';
  url.password = '';
  if (url.href.length > LIMITS.url) {
    url.search = '';
    url.hash = '';
  }
  return url.href.length > LIMITS.url ? null : url;
}
