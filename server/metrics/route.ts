/** `GET /metrics`: with a token where one is set, else for this machine only. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { hashed } from '../access/codes.ts';
import type { Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import type { Route } from '../http/route.ts';

export const metricsRoute: Route = {
  method: 'GET',
  path: '/metrics',
  role: 'nobody',
  params: null,
  input: null,
  answer: z.string(),
  serve: async (store, context) => {
    if (!mayRead(store, context)) {
      throw problemError(
        'not-allowed',
        'Metrics are not for everybody',
        store.metricsToken === null
          ? 'Ask from the machine that the store runs on, past any proxy; or set TRUCE_METRICS_TOKEN and send it as a bearer token.'
          : 'Send the token in TRUCE_METRICS_TOKEN as a bearer token.',
      );
    }
    const text = await store.metrics.text();
    return context.body(text, 200, {
      'content-type': store.metrics.contentType,
      'cache-control': 'no-store',
    });
  },
};

function mayRead({ metricsToken, addressOf }: Store, context: Context): boolean {
  if (metricsToken === null) return isLocal(addressOf(context)) && !isPassedOn(context);
  const [, given = ''] = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  // Hashes are of one length, so how long this takes tells nothing.
  return timingSafeEqual(Buffer.from(hashed(given)), Buffer.from(hashed(metricsToken)));
}

function isLocal(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** Through a proxy on this machine everybody looks local. */
function isPassedOn({ req }: Context): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => req.header(name));
}
