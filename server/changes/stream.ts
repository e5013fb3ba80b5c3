/** `GET /api/changes/stream`: the feed as Server-Sent Events, one event for each page of it. */
import * as z from 'zod/mini';
import { changePage } from '../../lib/contract/changes.ts';
import { failed } from '../../lib/contract/problem.ts';
import { askerOf } from '../access/asker.ts';
import type { Asker, Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { type Request, route } from '../http/route.ts';
import { cursorText, type FeedCursor, feedCursor } from './cursor.ts';
import { feedOf } from './feed.ts';
import { pageAnswer } from './poll.ts';

/** Proxies close what says nothing for half a minute. */
const HEARTBEAT_MS = 15_000;
/** A browser window with a sidebar in each of its tabs, and some more. */
const MOST_STREAMS = 30;

const streamQuery = z.object({
  /** For the first time; after a break `Last-Event-ID` goes before it. Neither: from now on. */
  after: z.optional(feedCursor),
});

type StreamRequest = Request<undefined, z.infer<typeof streamQuery>>;

export const streamRoute = route({
  method: 'GET',
  path: '/api/changes/stream',
  role: 'rep',
  input: streamQuery,
  answer: changePage,
  handle: async (request) => {
    const after = lastSeen(request);
    const { store, asker, context } = request;
    const leave = enter(store, asker);
    if (!leave) {
      return failed(
        'too-many-requests',
        'Too many streams are open',
        `Close some of them: one person may have ${MOST_STREAMS} at a time.`,
        { retryAfter: 15 },
      );
    }
    const stillMay = () => askerOf(store, context, 'rep');
    const body = eventStream({ store, asker, after, stillMay, leave }, context.req.raw.signal);
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // nginx would keep the events until there are enough of them.
        'x-accel-buffering': 'no',
      },
    });
  },
});

/** By hand: clients are fetch-based, since EventSource can send no token. */
function lastSeen({ context, input }: StreamRequest): FeedCursor | null {
  const header = context.req.header('last-event-id');
  if (header === undefined || header === '') return input.after ?? null;
  const parsed = feedCursor.safeParse(header);
  if (parsed.success) return parsed.data;
  throw problemError(
    'bad-request',
    'The place in the stream is not known',
    'Send as “Last-Event-ID” the id of the last event you got, or leave it out.',
    { field: 'Last-Event-ID' },
  );
}

/** Open streams by member, in this process. */
const open = new WeakMap<Store['watch'], Map<string, number>>();

/** @returns what to call when the stream is over; null when there are too many */
function enter({ watch }: Store, { member, wsId }: Asker): (() => void) | null {
  const own = open.get(watch) ?? new Map<string, number>();
  open.set(watch, own);
  const key = `${wsId} ${member.memberId}`;
  const count = (own.get(key) ?? 0) + 1;
  if (count > MOST_STREAMS) return null;
  own.set(key, count);
  return () => {
    const left = (own.get(key) ?? 1) - 1;
    if (left > 0) own.set(key, left);
    else own.delete(key);
  };
}

interface Streaming {
  store: Store;
  asker: Asker;
  after: FeedCursor | null;
  /** Throws when the token has been taken back. */
  stillMay: () => Promise<unknown>;
  leave: () => void;
}

/** Whoever reads slowly is read for slowly: the next page is looked for when the last one has gone out. */
function eventStream(
  { store, asker, after: start, stillMay, leave }: Streaming,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const feed = feedOf(store);
  const follower = feed.follow(asker.wsId);
  const closed = new AbortController();
  const ends = AbortSignal.any([store.stopping, gone, closed.signal]);
  let after = start;
  let isFirst = true;
  let isCancelled = false;
  let checkedAt = store.now();
  const close = () => {
    if (closed.signal.aborted) return;
    closed.abort();
    follower.stop();
    leave();
  };
  ends.addEventListener('abort', close, { once: true });

  /** @returns the next thing to say; null when the stream is over */
  const next = async (): Promise<string | null> => {
    const heartbeat = AbortSignal.timeout(HEARTBEAT_MS);
    while (!ends.aborted) {
      // Also where there is always something to say, and so never a heartbeat.
      if (store.now() - checkedAt >= HEARTBEAT_MS) {
        await stillMay();
        checkedAt = store.now();
      }
      const page = await feed.read(asker.wsId, after);
      after = page.cursor;
      if (isFirst || page.gap || page.changes.length > 0) {
        isFirst = false;
        return `event: changes\nid: ${cursorText(after)}\ndata: ${JSON.stringify(pageAnswer(page))}\n\n`;
      }
      if (heartbeat.aborted) {
        // Without data no event is made of it, but the place moves on, so that a quiet week is no gap.
        return `: still here\nid: ${cursorText(after)}\n\n`;
      }
      await follower.woken(page, AbortSignal.any([ends, heartbeat]));
    }
    return null;
  };

  const text = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const said = await next();
          if (said !== null) return controller.enqueue(text.encode(said));
        } catch (err) {
          // The client comes back with its place, and is then told what is wrong.
          store.log.debug({ err }, 'a stream of changes ended');
        }
        close();
        if (!isCancelled) controller.close();
      },
      cancel: () => {
        isCancelled = true;
        close();
      },
    },
    { highWaterMark: 0 },
  );
}
