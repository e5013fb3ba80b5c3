/**
 * How the doctor knows which store answers at an address: it shows that it has the key, and the store says which one it is
 * and what it saw of the way the request took. Whoever does not have the key learns nothing but a name without meaning.
 */
import { hashed } from '../access/codes.ts';
import type { Seal } from '../access/seal.ts';
import { sameText } from '../doors/signing.ts';

/** Of the request: something that is never used again, and its mark. */
export const QUESTION = 'x-truce-doctor';
/** Of the answer: which store this is. */
export const STORE = 'x-truce-store';
/** Of the answer to whoever has the key: `proxies=1 trusted=1 proto=https`. */
export const WAY = 'x-truce-way';

/** @returns the name of a store, by its first workspace: the same in all of its processes */
export function storeIdOf(wsId: string): string {
  return hashed(`store ${wsId}`).slice(0, 16);
}

/** @param nonce without a full stop */
export function questionOf(seal: Seal, nonce: string): string {
  return `${nonce}.${seal.mark(`doctor ${nonce}`)}`;
}

/** @returns whether whoever asks has the key of this store */
export function isOurs(seal: Seal, question: string): boolean {
  const [nonce = '', mark = ''] = question.split('.');
  return sameText(seal.mark(`doctor ${nonce}`), mark);
}
