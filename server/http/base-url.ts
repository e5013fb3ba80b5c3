/** Where the outside reaches this store. */
import type { Context } from 'hono';
import { entryBehind } from './address.ts';
import type { Store } from './context.ts';

/** @returns scheme and host: what the settings say, else what the request says */
export function baseUrlOf(
  { publicUrl, proxies }: Pick<Store, 'publicUrl' | 'proxies'>,
  context: Context,
): string {
  if (publicUrl !== null) return publicUrl;
  const url = new URL(context.req.url);
  // Behind a proxy that ends TLS the request is http here; without one, anybody could have written the header.
  const said = entryBehind(context.req.header('x-forwarded-proto') ?? '', proxies);
  return `${said === 'https' || said === 'http' ? `${said}:` : url.protocol}//${url.host}`;
}
