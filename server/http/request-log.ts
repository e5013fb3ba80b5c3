/** One line in the log and one observation per request. Nothing in either that came with the request but its method. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Store } from './context.ts';

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']);
/** What machines ask every few seconds is of interest only when it fails. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);
/** A proxy's id is kept when it is one, so that its log and ours can be read together. */
const ID = /^[0-9a-f][0-9a-f-]{7,63}$/i;

const ids = new WeakMap<Context, string>();

/** @returns what the lines of one request have in common */
export function requestIdOf(context: Context): string | undefined {
  return ids.get(context);
}

/** To be the first of all, so that whatever answers is counted. */
export function requestLog({ log, metrics, newId }: Store): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    const given = context.req.header('x-request-id') ?? '';
    const id = ID.test(given) ? given : newId();
    ids.set(context, id);
    const { outgoing } = (context.env ?? {}) as Partial<HttpBindings>;
    const sentBefore = outgoing?.socket?.bytesWritten ?? 0;
    const socket = outgoing?.socket;
    await next();
    context.header('x-request-id', id);
    const { status } = context.res;
    const method = METHODS.has(context.req.method) ? context.req.method : 'other';
    const route = routePath(context, -1);
    const ms = performance.now() - started;
    metrics.served({ method, route, status, ms });
    const write = () => {
      const line = {
        req: id,
        method,
        route,
        status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(socket ? { bytes: socket.bytesWritten - sentBefore } : {}),
      };
      if (status >= 500) log.warn(line, 'request');
      else if (PROBES.has(route)) log.debug(line, 'request');
      else log.info(line, 'request');
    };
    if (outgoing) outgoing.once('close', write);
    else write();
  };
}
