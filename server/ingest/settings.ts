/** `GET /v1/projects/:writeKey/settings`: what analytics-next asks for before it sends anything. */
import * as z from 'zod/mini';
import { done, failed } from '../../lib/contract/problem.ts';
import { sourceByKey } from '../access/known-sources.ts';
import { baseUrlOf } from '../http/base-url.ts';
import { route } from '../http/route.ts';

const settingsAnswer = z.object({
  integrations: z.object({
    'Segment.io': z.object({ apiKey: z.string(), apiHost: z.string(), protocol: z.string() }),
  }),
});

/** Names this store as the place to send to; without that the library falls back to Segment itself. */
export const settingsRoute = route({
  method: 'GET',
  path: '/v1/projects/:writeKey/settings',
  role: 'nobody',
  params: z.object({ writeKey: z.string().check(z.maxLength(200)) }),
  answer: settingsAnswer,
  handle: async ({ store, params, context }) => {
    const source = await sourceByKey(store.db, params.writeKey);
    if (!source) {
      return failed('not-found', 'The write key is not known', 'An admin can make one.');
    }
    // A page on https may not send to http, so what is behind a proxy must not be named by its inner address.
    const url = new URL(baseUrlOf(store, context));
    const protocol = url.protocol.replace(':', '');
    const segment = { apiKey: params.writeKey, apiHost: `${url.host}/v1`, protocol };
    return done({ integrations: { 'Segment.io': segment } });
  },
});
