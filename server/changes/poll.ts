/** `GET /api/changes`: what happened since a cursor, or when something does. */
import * as z from 'zod/mini';
import { changePage } from '../../lib/contract/changes.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { cursorText, feedCursor } from './cursor.ts';
import { feedOf } from './feed.ts';
import type { FeedPage } from './read.ts';

const pollQuery = z.object({
  /** Left out: from now on. */
  after: z.optional(feedCursor),
  /** Seconds. Chrome ends a worker whose fetch takes 30. */
  wait: z._default(z.coerce.number().check(z.gte(0), z.lte(25)), 0),
});

export const pollRoute = route({
  method: 'GET',
  path: '/api/changes',
  role: 'rep',
  input: pollQuery,
  answer: changePage,
  handle: async ({ store, asker, input, context }) => {
    const feed = feedOf(store);
    const follower = feed.follow(asker.wsId);
    const ends = AbortSignal.any([
      store.stopping,
      context.req.raw.signal,
      AbortSignal.timeout(input.wait * 1000),
    ]);
    try {
      let after = input.after ?? null;
      for (;;) {
        const isLast = ends.aborted || after === null || input.wait === 0;
        const page = await feed.read(asker.wsId, after);
        if (isLast || page.gap || page.changes.length > 0) return done(pageAnswer(page));
        after = page.cursor;
        await follower.woken(page, ends);
      }
    } finally {
      follower.stop();
    }
  },
});

/** @returns the page as it is told */
export function pageAnswer({ changes, cursor, gap }: FeedPage) {
  return { changes, cursor: cursorText(cursor), gap };
}
