/** `/api/hooks`: administrators say where to, see what became of it, and try again. */
import * as z from 'zod/mini';
import {
  delivery,
  type HookChange,
  hook,
  hookAnswer,
  hookChange,
  hookList,
  hookRequest,
} from '../../lib/contract/hooks.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { type Route, route } from '../http/route.ts';
import type { Endpoint } from './due.ts';
import { switchOff } from './note.ts';
import { sendDue } from './sender.ts';
import { endpointOf, hookOf, hooksOf, shownDelivery } from './show.ts';
import { addressesOf, readTarget } from './target.ts';
import { insertDeliveries, newDelivery } from './tell.ts';

/** Each is told everything, so each costs. */
const MOST = 20;

const listRoute = route({
  method: 'GET',
  path: '/api/hooks',
  role: 'admin',
  answer: hookList,
  handle: async ({ store, asker }) => done({ hooks: await hooksOf(store.db, asker.wsId) }),
});

const makeRoute = route({
  method: 'POST',
  path: '/api/hooks',
  role: 'admin',
  input: hookRequest,
  answer: hookAnswer,
  handle: async ({ store, asker, input }) => {
    const url = readTarget(input.url, store.outside);
    if (!url.ok) return url;
    const addresses = await addressesOf(url.value, store.outside);
    if (!addresses.ok) return addresses;
    const hookId = store.newId();
    const secret = `whsec_${store.randomBytes(32).toString('base64')}`;
    return inTransaction(store.db, async (tx) => {
      const { count } = await tx
        .selectFrom('hook_endpoint')
        .where('ws_id', '=', asker.wsId)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (count >= MOST) {
        return failed(
          'conflict',
          'There are enough endpoints',
          `A workspace has ${MOST} at most; remove one that is not needed.`,
        );
      }
      await tx
        .insertInto('hook_endpoint')
        .values({
          ws_id: asker.wsId,
          hook_id: hookId,
          url: url.value.href,
          secret: store.seal.close(secret),
          topics: toJson([...new Set(input.topics)]),
          created_at: new Date(store.now()),
          off_at: null,
          off_why: null,
          failing_since: null,
        })
        .execute();
      await written(tx, store, asker, 'hook.made', url.value.href);
      return done({ hookId, secret });
    });
  },
});

const hookParams = z.object({ hookId: uuid });

const changeRoute = route({
  method: 'PUT',
  path: '/api/hooks/:hookId',
  role: 'admin',
  params: hookParams,
  input: hookChange,
  answer: hook,
  handle: async ({ store, asker, params, input }) =>
    inTransaction(store.db, async (tx) => {
      const known = await endpointOf(tx, asker.wsId, params.hookId);
      if (!known) return noSuchHook();
      await change(tx, store, asker, known, input);
      const changed = await endpointOf(tx, asker.wsId, params.hookId);
      return changed ? done(await hookOf(tx, changed)) : noSuchHook();
    }),
});

const removeRoute = route({
  method: 'DELETE',
  path: '/api/hooks/:hookId',
  role: 'admin',
  params: hookParams,
  answer: hookList,
  handle: async ({ store, asker, params }) =>
    inTransaction(store.db, async (tx) => {
      const known = await endpointOf(tx, asker.wsId, params.hookId);
      if (!known) return noSuchHook();
      for (const table of ['hook_delivery', 'hook_endpoint'] as const) {
        await tx
          .deleteFrom(table)
          .where('ws_id', '=', asker.wsId)
          .where('hook_id', '=', params.hookId)
          .execute();
      }
      await written(tx, store, asker, 'hook.removed', known.url);
      return done({ hooks: await hooksOf(tx, asker.wsId) });
    }),
});

const testRoute = route({
  method: 'POST',
  path: '/api/hooks/:hookId/test',
  role: 'admin',
  params: hookParams,
  input: z.unknown(),
  answer: delivery,
  handle: async ({ store, asker, params }) => {
    const known = await endpointOf(store.db, asker.wsId, params.hookId);
    if (!known) return noSuchHook();
    if (known.off_at) return isOff();
    const [topic = 'feedback.received'] = known.topics;
    const at = new Date(store.now());
    const row = { ...newDelivery(asker.wsId, params.hookId, at), topic, example: true };
    await insertDeliveries(store.db, [row]);
    void sendDue(store).catch(() => {});
    return done(shownDelivery(row));
  },
});

const againRoute = route({
  method: 'POST',
  path: '/api/hooks/:hookId/deliveries/:deliveryId',
  role: 'admin',
  params: z.object({ hookId: uuid, deliveryId: uuid }),
  input: z.unknown(),
  answer: delivery,
  handle: async ({ store, asker, params }) => {
    const known = await endpointOf(store.db, asker.wsId, params.hookId);
    if (!known) return noSuchHook();
    if (known.off_at) return isOff();
    const row = await store.db
      .updateTable('hook_delivery')
      // Counted from the start again: whoever asks for it has mended something.
      .set({ state: 'waiting', attempts: 0, next_at: new Date(store.now()) })
      .where('delivery_id', '=', params.deliveryId)
      .where('ws_id', '=', asker.wsId)
      .where('hook_id', '=', params.hookId)
      .returningAll()
      .executeTakeFirst();
    if (!row) {
      return failed(
        'not-found',
        'This message is not in the store',
        'It may be too old; load the list of endpoints again.',
      );
    }
    void sendDue(store).catch(() => {});
    return done(shownDelivery(row));
  },
});

export const hookRoutes: readonly Route[] = [
  listRoute,
  makeRoute,
  changeRoute,
  removeRoute,
  testRoute,
  againRoute,
];

async function change(
  tx: Db,
  store: Store,
  asker: Asker,
  known: Endpoint,
  { topics, on }: HookChange,
): Promise<void> {
  if (topics) await set(tx, known, { topics: toJson([...new Set(topics)]) });
  if (on === false && !known.off_at) {
    const why = `Switched off by ${asker.member.name}.`;
    return switchOff(tx, store, known, why, asker.member.memberId);
  }
  if (on === true) await set(tx, known, { off_at: null, off_why: null, failing_since: null });
  const what = topics ? `${known.url}: ${topics.join(', ')}` : known.url;
  await written(tx, store, asker, 'hook.changed', on ? `${what} on` : what);
}

async function set(
  tx: Db,
  { ws_id, hook_id }: Endpoint,
  values: { topics?: string; off_at?: null; off_why?: null; failing_since?: null },
): Promise<void> {
  await tx
    .updateTable('hook_endpoint')
    .set(values)
    .where('ws_id', '=', ws_id)
    .where('hook_id', '=', hook_id)
    .execute();
}

function written(
  tx: Db,
  store: Store,
  { wsId, member }: Asker,
  action: 'hook.made' | 'hook.changed' | 'hook.removed',
  what: string,
): Promise<void> {
  return writeDown(tx, store, { wsId, memberId: member.memberId, action, what });
}

function noSuchHook(): Result<never> {
  return failed(
    'not-found',
    'This endpoint is not in the store',
    'Somebody may have removed it; load the list again.',
  );
}

function isOff(): Result<never> {
  return failed('conflict', 'This endpoint is off', 'Switch it on first, then try again.');
}
