/** Which web pages may read answers: the extension's own for /api, any for the collecting doors. */
import type { Context, MiddlewareHandler } from 'hono';

const EXTENSION = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;
const A_DAY = '86400';

/** For /api: tokens belong to the extension, so no other page is ever told it may look. */
export const extensionOnly: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const known = origin !== undefined && EXTENSION.test(origin);
  if (context.req.method === 'OPTIONS') {
    const methods = 'GET, POST, PUT, DELETE';
    const headers = 'authorization, content-type, last-event-id';
    return preflight(context, known ? origin : null, methods, headers);
  }
  await next();
  // Answers are about people: nothing between here and the extension may keep them.
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  context.header('vary', 'Origin', { append: true });
  if (known) {
    context.header('access-control-allow-origin', origin);
    context.header('access-control-expose-headers', 'etag, retry-after');
  }
};

/**
 * For /v1: write keys are public by nature, so any page may send. The headers have to be named: with
 * `Access-Control-Allow-Origin: *` alone, analytics-next's preflight for `authorization` fails and nothing arrives.
 */
export const anyPage: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'OPTIONS') {
    return preflight(context, '*', 'GET, POST', 'authorization, content-type, x-retry-count');
  }
  await next();
  context.header('access-control-allow-origin', '*');
  context.header('access-control-expose-headers', 'retry-after');
};

function preflight(context: Context, origin: string | null, methods: string, headers: string) {
  if (origin === null) return context.body(null, 204, { vary: 'Origin' });
  return context.body(null, 204, {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': headers,
    'access-control-max-age': A_DAY,
    vary: 'Origin',
  });
}
