/** What became of an attempt, on the message and on its endpoint. */
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import type { Delivery } from './body.ts';
import type { Endpoint } from './due.ts';
import type { Outcome } from './post.ts';
import { waitAfter } from './schedule.ts';

const DAY_MS = 86_400_000;
/** Longer than the schedule of one message: the endpoint takes nothing, whatever it is sent. */
const FAILING_DAYS = 5;

/** Every 2xx is a yes. */
export async function noteOutcome(
  store: Store,
  hook: Endpoint,
  delivery: Delivery,
  outcome: Outcome,
): Promise<void> {
  const { status, words } = outcome;
  const now = store.now();
  const isDone = status !== null && status >= 200 && status < 300;
  const attempts = delivery.attempts + 1;
  const chance = store.randomBytes(1).readUInt8(0) / 256;
  const wait = isDone || status === 410 ? null : waitAfter(attempts, outcome.retryAfter, chance);
  await inTransaction(store.db, async (tx) => {
    await update(tx, delivery, {
      attempts,
      last: words,
      state: isDone ? 'delivered' : wait === null ? 'given-up' : 'waiting',
      next_at: wait === null ? null : new Date(now + wait),
    });
    if (isDone) return setFailing(tx, hook, null);
    if (status === 410) return switchOff(tx, store, hook, 'It answered 410 (gone).', null);
    const since = hook.failing_since?.getTime() ?? now;
    if (now - since < FAILING_DAYS * DAY_MS) return setFailing(tx, hook, new Date(since));
    const why = `Nothing has gone through for ${FAILING_DAYS} days; the last answer was: ${words}.`;
    return switchOff(tx, store, hook, why, null);
  });
}

/** The person was erased, or the definition of a store that was restored is not there. */
export async function noteGone(store: Store, delivery: Delivery): Promise<void> {
  const last = 'What it was about is not in the store any more.';
  await update(store.db, delivery, { last, state: 'given-up', next_at: null });
}

/**
 * What waits for it is given up: told days later, as one lump, it would only confuse.
 *
 * @param memberId null: the store did it by itself
 */
export async function switchOff(
  tx: Db,
  store: Pick<Store, 'now' | 'newId'>,
  hook: Pick<Endpoint, 'ws_id' | 'hook_id' | 'url'>,
  why: string,
  memberId: string | null,
): Promise<void> {
  const { ws_id, hook_id, url } = hook;
  await tx
    .updateTable('hook_endpoint')
    .set({ off_at: new Date(store.now()), off_why: why })
    .where('ws_id', '=', ws_id)
    .where('hook_id', '=', hook_id)
    .where('off_at', 'is', null)
    .execute();
  await tx
    .updateTable('hook_delivery')
    .set({ state: 'given-up', next_at: null })
    .where('ws_id', '=', ws_id)
    .where('hook_id', '=', hook_id)
    .where('state', '=', 'waiting')
    .execute();
  const what = `${url} off: ${why}`;
  await writeDown(tx, store, { wsId: ws_id, memberId, action: 'hook.changed', what });
}

/** Most attempts succeed and change nothing here. */
async function setFailing(tx: Db, hook: Endpoint, since: Date | null): Promise<void> {
  if (hook.failing_since?.getTime() === since?.getTime()) return;
  await tx
    .updateTable('hook_endpoint')
    .set({ failing_since: since })
    .where('ws_id', '=', hook.ws_id)
    .where('hook_id', '=', hook.hook_id)
    .execute();
}

async function update(
  db: Db,
  { delivery_id, ws_id }: Delivery,
  set: Partial<Pick<Delivery, 'attempts' | 'last' | 'state' | 'next_at'>>,
): Promise<void> {
  await db
    .updateTable('hook_delivery')
    .set(set)
    .where('delivery_id', '=', delivery_id)
    .where('ws_id', '=', ws_id)
    .execute();
}
