/**
 * server/ingest: the doors for what marketing's tools have seen.
 *
 * In: Segment-compatible requests (Segment, RudderStack, analytics-next, curl), told apart by their bytes. Out:
 * events in the timelines of the right leads, exactly once, and new scores. What cannot be kept is answered with
 * its place in the batch and the reason; nothing is silently dropped, and one bad message costs only itself.
 */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { readBytes } from '../http/body.ts';
import type { Store } from '../http/context.ts';
import type { Route } from '../http/route.ts';
import { keepMessages } from './keep.ts';
import { type MessageType, readMessage } from './message.ts';
import { COLLECT_BODY_LIMIT, readPayload } from './payload.ts';
import { own } from './read.ts';
import { sourceOf } from './write-key.ts';

/** `success` is Segment's word for "got it"; the rest is ours, for whoever looks. */
export const collectAnswer = z.object({
  success: z.literal(true),
  accepted: z.int(),
  duplicates: z.int(),
  refused: z.array(
    z.object({ index: z.int(), messageId: z.nullable(z.string()), reason: z.string() }),
  ),
});
export type CollectAnswer = z.infer<typeof collectAnswer>;

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
  const bytes = await readBytes(context, COLLECT_BODY_LIMIT);
  const { body, messages } = await readPayload(bytes);
  const source = await sourceOf(store, context, body);
  const envelope = {
    ...source,
    source: source.label,
    sentAt: own(body, 'sentAt'),
    receivedAt: store.now(),
    type,
  };
  const read = messages.map((raw) => readMessage(raw, envelope));
  const refused = read.flatMap((one, index) =>
    one.ok ? [] : [{ index, messageId: one.messageId, reason: one.reason }],
  );
  const good = read.flatMap((one) => (one.ok ? [one.message] : []));
  const kept = await keepMessages(store, source.wsId, good);
  return { success: true, ...kept, refused };
}
