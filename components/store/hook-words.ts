/** Topics and deliveries as people read them. */

import { type Delivery, hookTopic } from '../../lib/contract/hooks.ts';
import { storeWords } from '../../lib/words/store.ts';

export const TOPIC_ORDER = hookTopic.options;

/** @returns how a delivery stands, in a word or two */
export function stateWords({ state, attempts }: Delivery): string {
  const t = storeWords().hooks;
  if (state === 'delivered') return attempts > 1 ? t.heardAt(attempts) : t.heard;
  if (state === 'given-up') return t.givenUp(attempts);
  return attempts === 0 ? t.onItsWay : t.notHeardIn(attempts);
}
