/** `GET /healthz`: the process runs. `GET /readyz`: it can serve, database included. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { done, failed } from '../../lib/contract/problem.ts';
import { toldDoctor } from '../doctor/told.ts';
import { route } from './route.ts';

const wellAnswer = z.object({ ok: z.literal(true) });

export const healthRoute = route({
  method: 'GET',
  path: '/healthz',
  role: 'nobody',
  answer: wellAnswer,
  handle: async ({ store, context }) => toldDoctor(store, context) ?? done({ ok: true as const }),
});

export const readyRoute = route({
  method: 'GET',
  path: '/readyz',
  role: 'nobody',
  answer: wellAnswer,
  handle: async ({ store }) => {
    try {
      if (store.leaving.aborted || store.stopping.aborted) throw new Error('stopping');
      await sql`select 1`.execute(store.db);
      return done({ ok: true as const });
    } catch {
      const detail =
        'It is starting, stopping, or cannot reach its database; ask again in a moment.';
      return failed('store-error', 'The store is not ready', detail, {
        status: 503,
        retryAfter: 2,
      });
    }
  },
});
