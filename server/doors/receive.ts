/** `POST /hooks/:sourceId` and, for tools that cannot sign, `/hooks/:sourceId/:secret`. GET answers whoever tries the address. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { uuid } from '../../lib/contract/text.ts';
import { hashed } from '../access/codes.ts';
import { heardFrom, type KnownSource, sourceById } from '../access/known-sources.ts';
import { baseUrlOf } from '../http/base-url.ts';
import { readBytes } from '../http/body.ts';
import type { Store } from '../http/context.ts';
import { spendEvents } from '../http/limits.ts';
import { ProblemError, problemError } from '../http/problems.ts';
import type { Route } from '../http/route.ts';
import { type CollectAnswer, collectAnswer } from '../ingest/collect.ts';
import { keepRefused } from '../intake/keep.ts';
import { DOORS } from './all.ts';
import { notTooMany } from './body.ts';
import type { Arrived, Door } from './door.ts';
import { keepItems } from './keep-items.ts';
import { sameText } from './signing.ts';

/** More than any of these tools sends at once. */
const HOOK_BODY_LIMIT = 4_000_000;
/** In the answer, which tools keep in their logs at best. */
const MOST_TOLD = 100;

const plain = z.object({ sourceId: uuid });
const secret = z.object({ sourceId: uuid, secret: z.string().check(z.maxLength(200)) });

export const toolRoutes: Route[] = [
  { path: '/hooks/:sourceId', params: plain },
  { path: '/hooks/:sourceId/:secret', params: secret },
].flatMap((address) => [
  {
    ...address,
    method: 'POST' as const,
    role: 'source' as const,
    input: null,
    answer: collectAnswer,
    serve: async (store: Store, context: Context) => context.json(await receive(store, context)),
  },
  {
    ...address,
    method: 'GET' as const,
    role: 'source' as const,
    input: null,
    answer: z.object({ ok: z.literal(true) }),
    serve: async (store: Store, context: Context) => {
      await sourceOf(store, context);
      return context.json({ ok: true });
    },
  },
]);

async function receive(store: Store, context: Context): Promise<CollectAnswer> {
  const { source, door } = await sourceOf(store, context);
  const bytes = await readBytes(context, HOOK_BODY_LIMIT);
  const request = arrived(store, context, bytes);
  if (door.proves) checkSignature(store, source, door.proves, request);
  await heardFrom(store, source);
  const items = await opened(store, source, door, request);
  if (items === null) return unreadable();
  await spendEvents(store, source.sourceId, items.length);
  const { refused, ...kept } = await keepItems(store, source, door, items, request.now);
  await keepRefused(store, source, refused);
  const told = refused
    .slice(0, MOST_TOLD)
    .map(({ index, reason }) => ({ index, messageId: null, reason }));
  const more = refused.length - told.length;
  return { success: true, ...kept, refused: told, ...(more > 0 ? { moreRefused: more } : {}) };
}

/** The tool has done its part, and sending it again would change nothing: it is kept as it came. */
function unreadable(): CollectAnswer {
  const reason = 'The body cannot be read; it is kept with what was refused.';
  const refused = [{ index: 0, messageId: null, reason }];
  return { success: true, accepted: 0, duplicates: 0, refused };
}

async function opened(
  store: Store,
  source: KnownSource,
  door: Door,
  request: Arrived,
): Promise<unknown[] | null> {
  try {
    // Again: what was one thing in the body may be many once it is opened.
    return notTooMany(door.open(request));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { title, detail } = error.problem;
    const item = request.bytes.toString('utf8');
    await keepRefused(store, source, [{ item, reason: `${title}. ${detail}`, replayable: false }]);
    return null;
  }
}

/** @returns the sender at this address, as far as the address can tell; throws 401, 404 or 410 */
async function sourceOf(
  store: Store,
  context: Context,
): Promise<{ source: KnownSource; door: Door }> {
  const id = uuid.safeParse(context.req.param('sourceId'));
  const source = id.success ? await sourceById(store.db, id.data) : null;
  const door = source && source.kind !== 'segment' ? DOORS[source.kind] : null;
  if (!source || !door) {
    throw problemError(
      'not-found',
      'There is no such source',
      'Copy the address from the list of sources again.',
    );
  }
  if (source.revoked) {
    throw problemError(
      'not-found',
      'This source was revoked',
      'Switch the webhook off where it is sent from, or make a new source.',
      // Mautic and others take this as a wish to stop.
      { status: 410 },
    );
  }
  const given = context.req.param('secret');
  const inAddress = source.addressHash !== null;
  if (inAddress && !sameText(hashed(given ?? ''), source.addressHash ?? '')) throw badProof();
  if (!inAddress && given !== undefined) throw badProof();
  return { source, door };
}

function arrived(store: Store, context: Context, bytes: Buffer): Arrived {
  const { pathname, search } = new URL(context.req.url);
  return {
    method: context.req.method,
    uri: `${baseUrlOf(store, context)}${pathname}${search}`,
    header: (name) => context.req.header(name),
    bytes,
    now: store.now(),
  };
}

function checkSignature(
  store: Store,
  source: KnownSource,
  proves: NonNullable<Door['proves']>,
  request: Arrived,
): void {
  if (source.secret === null) {
    throw problemError(
      'conflict',
      'This source is not ready',
      'An admin has to enter what the tool signs with, in the list of sources.',
    );
  }
  if (!proves(request, store.seal.open(source.secret))) throw badProof();
}

function badProof(): ProblemError {
  return problemError(
    'not-signed-in',
    'This was not sent by the source',
    'The signature or the secret in the address does not fit. Compare what the tool signs with, the address it sends to, and the clocks.',
  );
}
