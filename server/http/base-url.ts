/** Where the outside reaches this store. */
import type { Context } from 'hono';
import type { Store } from './context.ts';

/** @returns scheme and host: what the settings say, else what the request says */
export function baseUrlOf(store: Pick<Store, 'publicUrl'>, context: Context): string {
  if (store.publicUrl !== null) return store.publicUrl;
  const url = new URL(context.req.url);
  // Behind a proxy that ends TLS the request is http here.
  const protocol = context.req.header('x-forwarded-proto') ?? url.protocol.replace(':', '');
  return `${protocol}://${url.host}`;
}
