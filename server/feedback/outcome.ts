/** The store's word on one item, and what all items have in common. */
import type { FeedbackItem, ItemAnswer } from '../../lib/contract/feedback.ts';
import type { Store } from '../http/context.ts';

export type Outcome = Omit<ItemAnswer, 'id'>;

export const STORED: Outcome = { outcome: 'stored', message: null };
export const DUPLICATE: Outcome = { outcome: 'duplicate', message: null };

export const NO_SUCH_LEAD: Outcome = {
  outcome: 'refused',
  message:
    'This lead is not in the store; it may have been erased. Open its record again and register it if need be.',
};

/** @returns when it was said, and the same for ordering: a clock that runs ahead must not win for ever */
export function timesOf(item: Pick<FeedbackItem, 'madeAt'>, store: Pick<Store, 'now'>) {
  const received = store.now();
  const made = Date.parse(item.madeAt);
  return {
    made_at: new Date(made),
    order_at: new Date(Math.min(made, received)),
    received_at: new Date(received),
  };
}
