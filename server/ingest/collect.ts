/**
 * server/ingest: the doors for what marketing's tools have seen.
 *
 * In: Segment-compatible requests (Segment, RudderStack, analytics-next, curl), told apart by their bytes. Out:
 * events in the timelines of the right leads, exactly once, and new scores. What cannot be kept is answered with
 * its place in the batch and the reason; nothing is silently dropped, and one bad message costs only itself.
 */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { heardFrom } from '../access/known-sources.ts';
import { readBytes } from '../http/body.ts';
import type { Store } from '../http/context.ts';
import { spendEvents } from '../http/limits.ts';
import { ProblemError } from '../http/problems.ts';
import type { Route } from '../http/route.ts';
import { keepRefused } from '../intake/keep.ts';
import { ERASED } from '../privacy/old-news.ts';
import { keepMessages } from './keep.ts';
import { type MessageType, minuteOf, readMessage } from './message.ts';
import { COLLECT_BODY_LIMIT, type Payload, readPayload } from './payload.ts';
import { isObject, own } from './read.ts';
import { sourceByHeader, sourceOf } from './write-key.ts';

/** `success` is Segment's word for "got it"; the rest is ours, for whoever looks. */
export const collectAnswer = z.object({
  success: z.literal(true),
  accepted: z.int(),
  duplicates: z.int(),
  refused: z.array(
    z.object({ index: z.int(), messageId: z.nullable(z.string()), reason: z.string() }),
  ),
  /** How many more were refused than are listed. */
  moreRefused: z.optional(z.int()),
});
export type CollectAnswer = z.infer<typeof collectAnswer>;

/** Of a body that cannot be read. */
const SHOWN_BYTES = 1000;

/** Long and short paths, as the client libraries use them. */
const PATHS: Record<string, MessageType | null> = {
  batch: null,
  b: null,
  import: null,
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
};

export const collectRoutes: Route[] = Object.entries(PATHS).map(([name, type]) => ({
  method: 'POST',
  path: `/v1/${name}`,
  role: 'source',
  params: null,
  input: null,
  answer: collectAnswer,
  serve: async (store, context) => context.json(await collect(store, context, type)),
}));

async function collect(
  store: Store,
  context: Context,
  type: MessageType | null,
): Promise<CollectAnswer> {
  const { body, messages } = await payloadOf(store, context);
  const source = await sourceOf(store, context, body);
  await spendEvents(store, source.sourceId, messages.length);
  await heardFrom(store, source);
  const receivedAt = store.now();
  const envelope = {
    ...source,
    source: source.label,
    sentAt: own(body, 'sentAt'),
    receivedAt,
    type,
    apart: minuteOf(receivedAt),
  };
  const read = messages.map((raw) => readMessage(raw, envelope));
  const broken = read.flatMap((one, index) =>
    one.ok ? [] : [{ index, messageId: one.messageId, reason: one.reason }],
  );
  const good = read.flatMap((one) => (one.ok ? [one.message] : []));
  const { erased, ...kept } = await keepMessages(store, source.wsId, good);
  const { sentAt } = envelope;
  const bad = broken.map(({ index, reason }) => {
    return { item: asSent(messages[index], type, sentAt), reason, replayable: true };
  });
  await keepRefused(store, source, bad);
  const places = read.flatMap((one, index) => (one.ok ? [index] : []));
  const gone = erased.map((place) => ({
    index: places[place] ?? 0,
    messageId: good[place]?.messageId ?? null,
    reason: ERASED,
  }));
  const refused = [...broken, ...gone].toSorted((a, b) => a.index - b.index);
  return { success: true, ...kept, refused };
}

/** As a message by itself, without what its request said for all. */
function asSent(raw: unknown, type: MessageType | null, sentAt: unknown): unknown {
  if (!isObject(raw)) return raw;
  return {
    ...(type === null ? {} : { type }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...raw,
  };
}

/** What cannot be read at all is written down if the header says who sent it. */
async function payloadOf(store: Store, context: Context): Promise<Payload> {
  let bytes: Buffer = Buffer.alloc(0);
  try {
    bytes = await readBytes(context, COLLECT_BODY_LIMIT);
    return await readPayload(bytes);
  } catch (error) {
    const source = error instanceof ProblemError ? await sourceByHeader(store, context) : null;
    if (source && error instanceof ProblemError) {
      const { title, detail } = error.problem;
      const item = bytes.subarray(0, SHOWN_BYTES).toString('utf8');
      const refused = { item, reason: `${title}. ${detail}`, replayable: false };
      await keepRefused(store, source, [refused]);
    }
    throw error;
  }
}
