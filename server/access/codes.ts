/**
 * server/access: who may come in: pairing codes, tokens, members, write keys.
 *
 * In: a code somebody was given, a bearer token, a write key. Out: a member and their workspace, or a problem.
 * Secrets leave the store once, when they are made; what stays is their SHA-256. They are long or short-lived
 * enough that a slow hash would only slow us down.
 */
import { createHash } from 'node:crypto';
import type { Store } from '../http/context.ts';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read out on the phone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const CODE_MINUTES = 10;
export const LINK_DAYS = 7;

/** @returns eight characters, 40 bits: enough for ten minutes behind a limit on attempts */
export function newCode(store: Pick<Store, 'randomBytes'>): string {
  return [...store.randomBytes(8)].map((byte) => LETTERS.charAt(byte % 32)).join('');
}

/** @returns `7K3M-QX2P`, the way a code is shown */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** @returns 32 random bytes as base64url: a token or a write key */
export function newSecret(store: Pick<Store, 'randomBytes'>): string {
  return store.randomBytes(32).toString('base64url');
}

/** @returns what is kept of a secret */
export function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
