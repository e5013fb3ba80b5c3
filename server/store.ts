/** The store as a Hono app: routes, origins, problems. Listening is somebody else's business (serve.ts). */
import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import * as z from 'zod/mini';
import { sealWith } from './access/seal.ts';
import { IDLE_DAYS } from './access/seen.ts';
import type { Db } from './db/database.ts';
import { outside } from './hooks/target.ts';
import type { Store } from './http/context.ts';
import { anyPage, extensionOnly } from './http/cors.ts';
import { perAddress, perToken } from './http/limits.ts';
import { problemAnswer, problemError, problemOf } from './http/problems.ts';
import { requestIdOf, requestLog } from './http/request-log.ts';
import { mount } from './http/route.ts';
import { createWatch, type LeadWatch } from './leads/watch.ts';
import { createMetrics } from './metrics/metrics.ts';
import { ROUTES } from './routes.ts';

// zod/mini has no messages of its own; without them a refusal could not say what is wrong.
z.config(z.locales.en());

export interface StoreOptions extends Partial<Omit<Store, 'db'>> {
  db: Db;
  log?: Logger;
  watch?: LeadWatch;
}

/** @returns what requests and background work are given; everything that is not given is the real thing */
export function makeStore(options: StoreOptions): Store {
  const log = options.log ?? pino({ level: 'silent' });
  return {
    storeId: 'none',
    now: Date.now,
    newId: randomUUID,
    randomBytes,
    metrics: createMetrics(),
    metricsToken: null,
    leaving: new AbortController().signal,
    stopping: new AbortController().signal,
    proxies: 0,
    addressOf: () => 'unknown',
    repairs: async () => null,
    seal: sealWith(randomBytes(32).toString('base64url')),
    publicUrl: null,
    outside,
    limits: null,
    provider: null,
    redirects: [],
    idleMs: IDLE_DAYS * 86_400_000,
    watch: createWatch(options.db, (err) => log.warn({ err }, 'could not look for changes')),
    ...options,
    log,
  };
}

/** @returns the app */
export function createStore(options: StoreOptions): Hono {
  const store = makeStore(options);
  const { log } = store;
  const app = new Hono();
  app.use(requestLog(store));
  app.use('/api/*', extensionOnly);
  app.use('/oauth/*', extensionOnly);
  app.use('/.well-known/*', extensionOnly);
  app.use('/v1/*', anyPage);
  for (const path of ['/v1/*', '/hooks/*']) app.use(path, perAddress(store));
  for (const path of ['/api/*', '/oauth/*']) app.use(path, perToken(store));
  mount(app, store, ROUTES);
  app.notFound((context) => {
    const methods = ROUTES.filter((route) => matches(route.path, context.req.path));
    if (methods.length > 0) {
      const allow = [...new Set(methods.map((route) => route.method))].join(', ');
      context.header('allow', allow);
      throw problemError(
        'bad-request',
        `${context.req.method} is not for this`,
        `Send it as ${allow}; this address takes nothing else.`,
        {
          status: 405,
        },
      );
    }
    throw problemError(
      'not-found',
      'There is nothing here',
      'Check the address; requests of the extension start with /api, those of senders with /v1.',
    );
  });
  app.onError((error, context) => {
    const { problem, unexpected } = problemOf(error);
    if (unexpected) {
      log.error(
        { req: requestIdOf(context), err: error, method: context.req.method },
        'unexpected error',
      );
    }
    return problemAnswer(context, problem);
  });
  return app;
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, place) => part.startsWith(':') || part === given[place])
  );
}
