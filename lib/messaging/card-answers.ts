/**
 * What comes back to the rooms of a card: the sidebar, a row's card, the browser's own panel. By themselves, because the schemas of
 * all the other rooms would have to be loaded and made before a sidebar paints.
 */
import * as z from 'zod/mini';
import { timelinePage } from '../contract/event.ts';
import { firstHeard } from '../contract/first-heard.ts';
import { identityAnswer } from '../contract/identity.ts';
import { accountAnswer, findAnswer, leadCard, watchAnswer } from '../contract/lead.ts';
import { lookUpAnswer } from '../contract/look-up.ts';

const nothing = z.null();

export const CARD_ANSWERS = {
  'frame.claim': firstHeard,
  'rows.scores': lookUpAnswer,
  'rows.warm': nothing,
  'lead.find': findAnswer,
  'lead.get': leadCard,
  'lead.events': timelinePage,
  'lead.account': accountAnswer,
  'lead.watch': watchAnswer,
  'lead.identity': identityAnswer,
  'outbox.drain': nothing,
  'page.options': nothing,
} as const;
