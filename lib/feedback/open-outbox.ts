/** The outbox of this browser, as every page and the background open it. */
import { secondCopies } from '../platform/second-copy.ts';
import { strictStore } from '../platform/strict-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';

const NAME = 'truce-outbox';

export const openOutbox = (): Outbox =>
  createOutbox({ use: strictStore(NAME), copies: secondCopies(NAME) });
