/** What ties a sign-on to the browser that began it: without it, one could make somebody else finish it. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { newSecret } from '../access/codes.ts';
import type { Store } from '../http/context.ts';

const SECONDS = 600;
const SHAPE = /^[\w-]{43}$/;

/** With `__Host-` no other host, not even one below ours, can have set it. Browsers take that only over https. */
const nameFor = (issuer: string) =>
  issuer.startsWith('https:') ? '__Host-truce-sign-on' : 'truce-sign-on';

/** @returns what this browser is known by during sign-on, and the header that keeps it so; the same for several at once */
export function browserOf(
  store: Pick<Store, 'randomBytes'>,
  context: Context,
  issuer: string,
): { browser: string; cookie: string } {
  const browser = knownBrowser(context, issuer) ?? newSecret(store);
  const secure = issuer.startsWith('https:') ? '; Secure' : '';
  const cookie = `${nameFor(issuer)}=${browser}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`;
  return { browser, cookie };
}

/** @returns what this browser was known by, or null */
export function knownBrowser(context: Context, issuer: string): string | null {
  const value = getCookie(context, nameFor(issuer)) ?? '';
  return SHAPE.test(value) ? value : null;
}
