/** One Segment message becomes: who, what is said about them, and what happened; or the reason why not. */
import { createHash } from 'node:crypto';
import { type EventKind, isOutcome } from '../../lib/contract/words.ts';
import { momentOf } from './clock.ts';
import { type Details, detailsOf } from './details.ts';
import { eventIdOf } from './event-id.ts';
import { kindOf } from './kinds.ts';
import { byMachine } from './machines.ts';
import { isObject, type Loose, line, object, own, pick } from './read.ts';
import { type Said, saidIn, type Who, whoOf } from './who.ts';

export const MESSAGE_TYPES = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** Segment's own limit. */
const MOST_BYTES = 32 * 1024;

export interface EventDraft extends Details {
  eventId: string;
  at: number;
  kind: EventKind;
  source: string;
  machine: boolean;
  clockCorrected: boolean;
  props: Loose;
}

export interface Message {
  messageId: string | null;
  who: Who;
  said: Said | null;
  event: EventDraft | null;
  at: number;
  /** The lead that the name it came by was first a name of (server/identity); known once names are looked up. */
  cell?: string;
}

/** What all messages of one request have in common. */
export interface Envelope {
  wsId: string;
  /** Within which a message's id is the only one. */
  sourceId: string;
  source: string;
  sentAt: unknown;
  receivedAt: number;
  /** The type that the path tells, for messages that do not say. */
  type: MessageType | null;
  /** What tells two messages apart that are alike and say neither an id nor a time; left out, they are one. */
  apart?: string;
}

/**
 * Somebody may ask for a demo again next month, by a sender that says neither when nor which; but a request that is sent again
 * at once is no second wish.
 *
 * @returns the minute, as it goes into an envelope
 */
export function minuteOf(receivedAt: number): string {
  return new Date(receivedAt).toISOString().slice(0, 16);
}

export type ReadMessage = { ok: true; message: Message } | Refusal;
export interface Refusal {
  ok: false;
  messageId: string | null;
  reason: string;
}

/**
 * @param vouched names (`record:`, `ext:`) that the door itself knows to be this person's, as opposed to what a message claims
 * @returns the message, or why it cannot be kept, as a sentence for whoever wrote the sender
 */
export function readMessage(
  raw: unknown,
  envelope: Envelope,
  vouched: readonly string[] = [],
): ReadMessage {
  if (!isObject(raw)) return refused(null, 'A message has to be an object.');
  const messageId = line(own(raw, 'messageId') ?? own(raw, 'message_id'), 1000);
  const json = jsonOf(raw);
  if (json === null) return refused(messageId, 'The message is nested too deeply.');
  if (Buffer.byteLength(json) > MOST_BYTES) {
    return refused(messageId, 'The message is larger than 32 KB; send less in its properties.');
  }
  const type = typeOf(raw, envelope.type);
  if (type === null) {
    return refused(messageId, `“type” has to be one of ${MESSAGE_TYPES.join(', ')}.`);
  }
  const called = line(type === 'track' ? own(raw, 'event') : own(raw, 'name'));
  if (type === 'track' && called === null) {
    return refused(messageId, '“event” has to be the name of what happened.');
  }
  const who = whoOf(type, raw, vouched);
  if (!who) return refused(messageId, 'It needs a userId, an anonymousId or an email.');
  const time = own(raw, 'timestamp') ?? own(raw, 'originalTimestamp');
  const moment = momentOf(time, own(raw, 'sentAt') ?? envelope.sentAt, envelope.receivedAt);
  const id = messageId ?? idOfWords(json, time === undefined ? envelope.apart : undefined);
  const isEvent = type === 'track' || type === 'page' || type === 'screen';
  return {
    ok: true,
    message: {
      messageId,
      who: { ...who, at: moment.at, source: envelope.source },
      said: saidIn(type, raw),
      event: isEvent ? draftOf(raw, type, called, id, moment, envelope) : null,
      at: moment.at,
    },
  };
}

/** Without an id of its own a message is what it says; the time in it, or when it came, keeps two alike apart. */
function idOfWords(json: string, apart = ''): string {
  return createHash('sha256').update(json).update(apart).digest('hex');
}

function draftOf(
  raw: Loose,
  type: MessageType,
  called: string | null,
  id: string,
  moment: ReturnType<typeof momentOf>,
  envelope: Envelope,
): EventDraft {
  const kind = type === 'track' ? kindOf(called ?? '') : 'page_viewed';
  const properties = object(own(raw, 'properties'));
  const context = object(own(raw, 'context'));
  const agent =
    pick(context, ['userAgent', 'user_agent']) ??
    pick(properties, ['userAgent', 'user_agent', 'useragent']);
  return {
    ...detailsOf(kind, called, raw),
    eventId: eventIdOf(envelope.wsId, envelope.sourceId, id),
    at: moment.at,
    kind,
    source: envelope.source,
    // A CRM is a machine, and what it says of deals is true all the same.
    machine: !isOutcome(kind) && byMachine(kind, properties, agent),
    clockCorrected: moment.corrected,
    props: {
      event: called,
      properties,
      ...(moment.claimed === null ? {} : { claimedTimestamp: moment.claimed }),
      ...(agent === null ? {} : { userAgent: agent }),
      ...(own(context, 'campaign') === undefined ? {} : { campaign: own(context, 'campaign') }),
    },
  };
}

function typeOf(raw: Loose, fromPath: MessageType | null): MessageType | null {
  const said = own(raw, 'type') ?? own(raw, 'action') ?? fromPath;
  return MESSAGE_TYPES.find((type) => type === said) ?? null;
}

/** Measured as it will be stored. JSON.stringify recurses, so a deep enough nest would overflow the stack. */
function jsonOf(raw: Loose): string | null {
  try {
    return JSON.stringify(raw);
  } catch {
    return null;
  }
}

function refused(messageId: string | null, reason: string): Refusal {
  return { ok: false, messageId, reason };
}
