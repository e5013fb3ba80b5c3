/** Values on their way into a jsonb column. */
import { storable } from '../../lib/contract/text.ts';

/** Deeper than any sender means; what is below is left out, so that no value can exhaust a stack. */
const DEEPEST = 12;

/**
 * @param value anything JSON can hold
 * @returns JSON text that PostgreSQL accepts: no NUL, no lone surrogates (in keys too), not too deep
 */
export function toJson(value: unknown): string {
  return JSON.stringify(cleaned(value, 0)) ?? 'null';
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
