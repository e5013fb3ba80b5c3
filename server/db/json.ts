/** Values on their way into a jsonb column. */
import { storable } from '../../lib/contract/text.ts';

/** Deeper than any sender means; what is below is left out, so that no value can exhaust a stack. */
const DEEPEST = 12;

/** How JSON writes NUL and lone surrogates. Also found where a text only looks like that, which costs time and nothing else. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * @param value anything JSON can hold
 * @returns JSON text that PostgreSQL accepts: no NUL, no lone surrogates (in keys too), not too deep
 */
export function toJson(value: unknown): string {
  // Nearly everything is fine as it is, and copying it only to find that out would be most of the work.
  if (isShallow(value, 0)) {
    const text = JSON.stringify(value) ?? 'null';
    if (!UNSTORABLE.test(text)) return text;
  }
  return JSON.stringify(cleaned(value, 0)) ?? 'null';
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isShallow(item, depth + 1)) return false;
    return true;
  }
  for (const item of Object.values(value)) {
    if (typeof item === 'object' && item !== null && !isShallow(item, depth + 1)) return false;
  }
  return true;
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  if (value instanceof Date) return value.toISOString();
  // fromEntries defines properties, so a key called __proto__ stays a key.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), cleaned(item, depth + 1)]),
  );
}
