/** What comes back for each message; the asking side parses it, since the worker may be of another version. */
import * as z from 'zod/mini';
import { member } from '../contract/access.ts';
import { timelinePage } from '../contract/event.ts';
import { identityAnswer } from '../contract/identity.ts';
import { accountAnswer, findAnswer, leadCard, watchAnswer } from '../contract/lead.ts';
import { learningAnswer, preview, publishAnswer } from '../contract/learning.ts';
import { lookUpAnswer } from '../contract/look-up.ts';
import { mine } from '../contract/mine.ts';
import { ownDevices, signOn } from '../contract/people.ts';
import { problem } from '../contract/problem.ts';
import { reviewCase, reviewPage } from '../contract/review.ts';
import { sharedNote } from '../contract/shared-crms.ts';
import type { MessageName } from './protocol.ts';

const nothing = z.null();

export const ANSWERS = {
  'frame.offer': nothing,
  'list.begin': nothing,
  'frame.blocked': nothing,
  'page.read': nothing,
  'tab.seen': nothing,
  'tab.beside': nothing,
  'frame.claim': nothing,
  'rows.scores': lookUpAnswer,
  'rows.warm': nothing,
  'lead.find': findAnswer,
  'lead.get': leadCard,
  'lead.events': timelinePage,
  'lead.account': accountAnswer,
  'lead.watch': watchAnswer,
  'lead.open': nothing,
  'mine.get': mine,
  'mine.seen': nothing,
  'lead.identity': identityAnswer,
  'outbox.drain': nothing,
  'review.list': reviewPage,
  'review.case': reviewCase,
  'learning.get': learningAnswer,
  'definition.preview': preview,
  'definition.draft': nothing,
  'definition.discard': nothing,
  'definition.publish': publishAnswer,
  'connection.pair': member,
  'connection.provider': signOn,
  'connection.sign-on': member,
  'connection.forget': nothing,
  'connection.devices': ownDevices,
  'connection.let-go': ownDevices,
  'crms.share': z.array(sharedNote),
  'crms.unshare': z.array(sharedNote),
  'crms.refresh': z.array(sharedNote),
  'sites.changed': nothing,
  'teach.begin': nothing,
  'teach.end': nothing,
  'page.options': nothing,
} as const satisfies Record<MessageName, z.ZodMiniType>;

export type MessageAnswer<N extends MessageName> = z.infer<(typeof ANSWERS)[N]>;

/** A result as it travels: errors do not survive message passing, values do. */
export const resultOf = <S extends z.ZodMiniType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);
