/** Inside the process whose clock is moved (moved-clock.ts tells how): loaded before anything else asks what time it is. */
import { isMoved } from './moved-clock.ts';

const Real = Date;
let aheadMs = 0;
const now = () => Real.now() + aheadMs;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Real(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

process.on('message', (message) => {
  if (!isMoved(message)) return;
  aheadMs = message.aheadMs;
  process.send?.({ aheadMs });
});
