/**
 * Sends what is due. Nobody waits for it: background work only gives it a push, since an endpoint that takes fifteen
 * seconds for each answer must hold up neither the scores nor other endpoints.
 */
import { Webhook } from 'standardwebhooks';
import { toJson } from '../db/json.ts';
import type { Store } from '../http/context.ts';
import { bodyFor, type Delivery } from './body.ts';
import { type Endpoint, endpointsWithWork, takeDue } from './due.ts';
import { noteGone, noteOutcome } from './note.ts';
import { type Outcome, post } from './post.ts';

/** Under way at a time, in this process. */
const MOST = 24;
const MOST_OF_ONE = 4;
/** What is under way when the store stops may still be answered, so that it need not be sent twice. */
const LAST_MS = 3000;

interface Sender {
  /** Attempts under way, by endpoint. */
  busy: Map<string, number>;
  running: Promise<void> | null;
  /** Somebody gave a push while it looked. */
  again: boolean;
  /** Wakes it while it waits for answers: others may have something to be sent. */
  wake: () => void;
}

const senders = new WeakMap<Store['watch'], Sender>();

/**
 * Begins to send what is due, unless it is at it already.
 *
 * @returns when nothing more is due and nothing is under way
 */
export function sendDue(store: Store): Promise<void> {
  const sender = senders.get(store.watch) ?? {
    busy: new Map(),
    running: null,
    again: false,
    wake: () => {},
  };
  senders.set(store.watch, sender);
  sender.again = true;
  sender.wake();
  sender.running ??= run(store, sender).finally(() => {
    sender.running = null;
  });
  return sender.running;
}

async function run(store: Store, sender: Sender): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const cut = new AbortController();
  const last = () => setTimeout(() => cut.abort(), LAST_MS).unref();
  store.stopping.addEventListener('abort', last, { once: true });
  try {
    await sendAll(store, sender, underWay, cut.signal);
  } finally {
    // Also when looking for what is due failed: what is under way may still be cut short.
    await Promise.all(underWay);
    store.stopping.removeEventListener('abort', last);
  }
}

async function sendAll(
  store: Store,
  sender: Sender,
  underWay: Set<Promise<void>>,
  cut: AbortSignal,
): Promise<void> {
  do {
    sender.again = false;
    for (const hook of await endpointsWithWork(store.db, store.now())) {
      const key = `${hook.ws_id} ${hook.hook_id}`;
      const free = Math.min(MOST - underWay.size, MOST_OF_ONE - (sender.busy.get(key) ?? 0));
      if (free <= 0 || store.stopping.aborted) continue;
      for (const delivery of await takeDue(store.db, hook, store.now(), free)) {
        sender.busy.set(key, (sender.busy.get(key) ?? 0) + 1);
        const attempt = attemptOf(store, hook, delivery, cut).finally(() => {
          sender.busy.set(key, (sender.busy.get(key) ?? 1) - 1);
          underWay.delete(attempt);
          // There is room now, and more may be due.
          sender.again = true;
        });
        underWay.add(attempt);
      }
    }
    if (!sender.again && underWay.size > 0) {
      const pushed = new Promise<void>((resolve) => {
        sender.wake = resolve;
      });
      await Promise.race([...underWay, pushed]);
    }
  } while ((sender.again || underWay.size > 0) && !store.stopping.aborted);
}

/** What cannot be written down leaves the message as it was taken: it is due again in half a minute. */
async function attemptOf(
  store: Store,
  hook: Endpoint,
  delivery: Delivery,
  cut: AbortSignal,
): Promise<void> {
  try {
    const outcome = await outcomeOf(store, hook, delivery, cut);
    if (outcome === null) return await noteGone(store, delivery);
    // Stopped in the middle: whether it arrived is not known, so it goes out again, with the same id.
    if (outcome.status === null && cut.aborted) return;
    await noteOutcome(store, hook, delivery, outcome);
  } catch (err) {
    store.log.error({ err }, 'what became of a webhook could not be written down');
  }
}

/**
 * A failure of ours is an attempt like others, or it would be tried for ever, and nobody would hear of it.
 *
 * @returns null when what it was about is gone
 */
async function outcomeOf(
  store: Store,
  hook: Endpoint,
  delivery: Delivery,
  cut: AbortSignal,
): Promise<Outcome | null> {
  try {
    const body = await bodyFor(store, delivery);
    if (!body) return null;
    const text = toJson(body);
    const headers = signed(store, hook, delivery, text);
    return await post(hook.url, headers, text, store.outside, cut);
  } catch (err) {
    store.log.error({ err }, 'a webhook could not be sent');
    const words = isReadable(store, hook)
      ? 'the store made a mistake, which is in its log'
      : 'its secret cannot be read with the key that the store has now';
    return { status: null, words, retryAfter: null };
  }
}

function isReadable(store: Store, hook: Endpoint): boolean {
  try {
    return store.seal.open(hook.secret) !== '';
  } catch {
    return false;
  }
}

/** Of the message the id stays the same in every attempt; the time is that of the attempt. */
function signed(
  store: Store,
  hook: Endpoint,
  { delivery_id }: Delivery,
  body: string,
): Record<string, string> {
  const at = new Date(store.now());
  const webhook = new Webhook(store.seal.open(hook.secret));
  return {
    'content-type': 'application/json',
    'user-agent': 'Truce-Webhooks/1',
    'webhook-id': delivery_id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': webhook.sign(delivery_id, at, body),
  };
}
