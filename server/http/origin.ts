/** Where the store is, as those outside know it. */
import type { Context } from 'hono';
import type { Store } from './context.ts';

/** @returns `https://truce.acme.example`: as it was set, else as this request reached us */
export function originOf({ publicUrl }: Pick<Store, 'publicUrl'>, context: Context): string {
  return publicUrl ?? new URL(context.req.url).origin;
}
