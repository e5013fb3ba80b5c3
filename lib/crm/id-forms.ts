/** The forms record ids come in, and the one spelling each id is kept in. */
import type { IdForm, Recipe } from '../contract/recipe.ts';
import type { RecordKind } from '../contract/record.ts';

/** Words that stand where an id would, in the addresses of things that are no record yet. */
const RESERVED = new Set([
  'new',
  'create',
  'add',
  'edit',
  'view',
  'list',
  'index',
  'import',
  'all',
]);

/**
 * @param raw of this form's pattern (`id-patterns.ts`)
 * @returns the id in its one spelling, or null when it only looks like one
 */
export function spelled(form: IdForm, raw: string): string | null {
  switch (form) {
    case 'uuid':
      return raw.replace(/%7B|%7D|[{}]/gi, '').toLowerCase();
    case 'salesforce':
      return /\d/.test(raw) && !raw.startsWith('000') ? withSuffix(raw) : null;
    case 'word':
      return RESERVED.has(raw.toLowerCase()) ? null : raw;
    case 'name':
      return RESERVED.has(raw.toLowerCase()) ? null : encoded(raw);
    default:
      return raw;
  }
}

/** Ids that people chose may hold anything, so they are kept percent-encoded, in one way. */
function encoded(raw: string): string | null {
  try {
    const id = encodeURIComponent(decodeURIComponent(raw));
    return id.length <= 160 ? id : null;
  } catch {
    return null;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of a 15-character Salesforce id: three more, each telling which of five characters are upper
 * case. Both forms name one record, so they must become one key.
 */
export function withSuffix(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((char) => /[A-Z]/.test(char));
    return ALPHABET.charAt(bits.reduce((sum, upper, place) => sum + (upper ? 2 ** place : 0), 0));
  });
  return id + suffix.join('');
}

/** @returns the form of this kind's ids */
export function idFormOf({ ids }: Recipe, kind: RecordKind): IdForm {
  return typeof ids === 'string' ? ids : (ids[kind] ?? 'word');
}
