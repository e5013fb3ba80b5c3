/** A turn of background work every few seconds, one at a time, until the store stops. */
import { sendDue } from '../hooks/sender.ts';
import type { Store } from '../http/context.ts';
import { giveUpLease } from './lease.ts';
import { LEASE, workOnce } from './once.ts';

const EVERY_MS = 3000;
/** What is left then goes on at the next tick; in between, whoever else holds work back has its turn. */
const BUDGET_MS = 2500;

/** @returns what settles when the last turn is over, once `store.stopping` has been aborted */
export function startWork(store: Store): { ended: Promise<void> } {
  const holder = store.newId();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;

  // Each process sends: what one has taken is nobody else's, and no turn waits for slow receivers.
  let sending: Promise<void> = Promise.resolve();
  const send = () => {
    sending = sendDue(store).catch((err) => store.log.warn({ err }, 'webhooks could not be sent'));
  };
  const turn = async () => {
    const began = performance.now();
    try {
      const had = await workOnce(store, { holder, budgetMs: BUDGET_MS });
      if (had) store.metrics.worked(performance.now() - began);
    } catch (error) {
      store.log.warn({ err: error }, 'background work could not begin');
    }
    isRunning = false;
  };
  const tick = () => {
    send();
    if (isRunning) return;
    isRunning = true;
    running = turn();
  };
  const timer = setInterval(tick, EVERY_MS);
  // It must not keep a process alive that has nothing else to do.
  timer.unref();
  const stop = async () => {
    clearInterval(timer);
    await running;
    await sending;
    await giveUpLease(store.db, { name: LEASE, holder }).catch(() => {});
    resolve();
  };
  store.stopping.addEventListener('abort', () => void stop(), { once: true });
  tick();
  return { ended };
}
