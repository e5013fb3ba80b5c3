/** Who is who: codes, members, sources. People and their invitations: people.ts. */
import * as z from 'zod/mini';
import { filled, LIMITS, uuid } from './text.ts';
import { role } from './words.ts';

/**
 * A one-time code: 8 characters of Crockford base 32, shown as `7K3M-QX2P`. Spaces, dashes and case do not matter,
 * and the letters people misread (I, L, O) are taken for the digits they look like.
 */
export const pairingCode = z.pipe(
  z.string().check(z.maxLength(40)),
  z.pipe(
    z.transform((typed: string) =>
      typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0'),
    ),
    z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)),
  ),
);

export const member = z.object({
  memberId: uuid,
  name: z.string(),
  email: z.nullable(z.string()),
  role,
  workspace: z.object({ id: uuid, name: z.string() }),
});
export type Member = z.infer<typeof member>;

/** What an invitation link has behind its `#`: 32 bytes as base64url. */
export const inviteSecret = z.string().check(z.trim(), z.regex(/^[\w-]{43}$/));

/** What lets somebody in once: a code that was read out, or what a link carries. */
export const inviteCode = z.union([inviteSecret, pairingCode]);

/** `POST /api/pair`: a code, or what a link carries, for a token. The label names the device in lists: `Chrome on Linux`. */
export const pairRequest = z.object({ code: inviteCode, label: filled(LIMITS.name) });
export const pairAnswer = z.object({ token: z.string(), member });
export type PairAnswer = z.infer<typeof pairAnswer>;

/**
 * @param typed what somebody typed as the address of a store
 * @returns its origin, or null if it is no address; plain http is taken only for this very machine
 */
export function storeOrigin(typed: string): string | null {
  const withScheme = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const home = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && home);
  return allowed && !url.username ? url.origin : null;
}

/**
 * @param typed what somebody pasted, perhaps with words around it as people copy it out of a message
 * @returns the store and the code in it, or null when it holds no invitation link
 */
export function invitationIn(typed: string): { store: string; code: string } | null {
  const [, address, behind] = /(https?:\/\/[^\s#<>"]+)\/invite#([\w-]+)/.exec(typed) ?? [];
  const code = inviteSecret.safeParse(behind);
  if (address === undefined || !code.success || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return pathname === '/' ? { store: origin, code: code.data } : null;
}
