/** The outbox of this browser, as every page and the background open it. */
import { secondCopies } from '../platform/second-copy.ts';
import { strictStore } from '../platform/strict-store.ts';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox.ts';

const NAME = 'truce-outbox';

/** @param onPutBack for a page that paints what it reads at once; without it nothing is read before all is there */
export const openOutbox = (onPutBack?: OutboxOptions['onPutBack']): Outbox =>
  createOutbox({
    use: strictStore(NAME),
    copies: secondCopies(NAME),
    ...(onPutBack && { onPutBack }),
  });
