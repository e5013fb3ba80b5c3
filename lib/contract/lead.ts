/** What the sidebar is given about one lead: the card, ready to paint. */
import * as z from 'zod/mini';
import { definitionInBrief } from './definition-brief.ts';
import { timelineEvent, timelinePage } from './event.ts';
import { crmRecord, pageFacts } from './record.ts';
import { scoreView } from './score.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { sleep, wakeSignals, woken } from './wake.ts';
import { eventKind, flagKind, resolutionKind, signalFault, stage, verdictKind } from './words.ts';

/** Feedback as history: who said what when, and what marketing answered. */
export const feedbackEntry = z.object({
  id: uuid,
  leadId: uuid,
  kind: z.enum(['verdict', 'flag']),
  verdict: z.nullable(verdictKind),
  flag: z.nullable(flagKind),
  ruleId: z.nullable(z.string()),
  fault: z.nullable(signalFault),
  /** Label of the reason in the definition of that time. */
  reason: z.nullable(z.string()),
  note: z.string(),
  until: z.nullable(z.string()),
  /** What wakes a recycled lead besides that day. */
  wakeOn: z._default(wakeSignals, []),
  by: z.string(),
  /** Said by the member who asks. */
  mine: z.boolean(),
  madeAt: instant,
  /** The score that was seen when it was said; null when there was not enough for one. */
  pointsThen: z._default(z.nullable(z.int()), null),
  resolution: z.nullable(
    z.object({ kind: resolutionKind, reply: z.string(), by: z.string(), madeAt: instant }),
  ),
});
export type FeedbackEntry = z.infer<typeof feedbackEntry>;

/** One piece of the story: plain words, or the title of something they read with its address. */
export const storyPart = z.object({ text: z.string(), url: z.nullable(z.string()) });
export type StoryPart = z.infer<typeof storyPart>;

/** Something to know before deciding. */
export const warning = z.object({
  /** A kind that a newer store has and we do not know is still its sentence. */
  kind: z.catch(
    z.enum([
      'opted_out',
      'customer',
      'open_opportunity',
      'rejected_before',
      'accepted_before',
      'bounced',
      'stale_source',
      'duplicate',
      'other',
    ]),
    'other',
  ),
  text: z.string(),
});
export type Warning = z.infer<typeof warning>;

/** Somebody of the same company. */
export const colleague = z.object({
  leadId: uuid,
  name: z.nullable(text(LIMITS.name)),
  title: z.nullable(text(LIMITS.name)),
  stage,
  points: z.int(),
  enough: z.boolean(),
  lastAt: z.nullable(instant),
});
export type Colleague = z.infer<typeof colleague>;

/** Something they read, watched or downloaded, however often. */
export const contentRead = z.object({
  title: text(LIMITS.line),
  url: z.nullable(text(LIMITS.url)),
  times: z.int(),
  lastAt: instant,
});
export type ContentRead = z.infer<typeof contentRead>;

/** What happened since the one who asks last looked (`findLead.lookedAt`). */
export const sinceLooked = z.object({
  at: instant,
  /** Machines left out. */
  events: z.int(),
  moments: z.int(),
  /** The points of that time; null when they cannot be told any more. */
  pointsThen: z.nullable(z.int()),
});
export type SinceLooked = z.infer<typeof sinceLooked>;

export const leadCard = z.object({
  leadId: uuid,
  /** Counts up with every change of anything on this card. */
  rev: z.int(),
  who: z.object({
    name: z.nullable(text(LIMITS.name)),
    title: z.nullable(text(LIMITS.name)),
    company: z.nullable(text(LIMITS.name)),
    email: z.nullable(text(254)),
    /** The colleague the CRM says this person belongs to. */
    owner: z._default(z.nullable(text(LIMITS.name)), null),
  }),
  /** By what Truce knows that this record is this lead. */
  knownBy: z.array(z.enum(['record', 'email'])),
  stage,
  optedOut: z.boolean(),
  salesSourced: z.boolean(),
  colleagues: z.int(),
  /** The most engaged of them, at most ten. */
  colleaguesTop: z._default(z.array(colleague), []),
  score: scoreView,
  story: z.array(storyPart),
  counts: z.object({
    all: z.int(),
    moments: z.int(),
    byKind: z._default(z.partialRecord(eventKind, z.int()), {}),
  }),
  /** Most often read first, at most ten. */
  content: z._default(z.array(contentRead), []),
  since: z._default(z.nullable(sinceLooked), null),
  /** Newest first, at most 30, so that the sidebar can paint without a second request. */
  moments: z.array(timelineEvent),
  sources: z.array(
    z.object({
      name: z.string(),
      /** The last it told of this lead. */
      lastAt: instant,
      /** The last it told of anybody; null where that is not on record. */
      heardAt: z._default(z.nullable(instant), null),
      /** Set when it has been silent for longer than it usually is: so many days. */
      silentDays: z._default(z.nullable(z.int()), null),
    }),
  ),
  feedback: z.array(feedbackEntry),
  warnings: z.array(warning),
  handoff: z.nullable(
    z.object({
      at: instant,
      dueAt: instant,
      answeredAt: z.nullable(instant),
      /** Why: enough points, they asked to be called, or chosen by chance to see what the line misses. Null: not on record. */
      by: z._default(z.nullable(z.enum(['line', 'asked', 'audit'])), null),
    }),
  ),
  /** Set while it is recycled: what wakes it. */
  sleep: z._default(z.nullable(sleep), null),
  woken: z._default(z.nullable(woken), null),
  /** By the one who asks. */
  watching: z._default(z.boolean(), false),
  definition: definitionInBrief,
  asOf: instant,
});
export type LeadCard = z.infer<typeof leadCard>;

/** `POST /api/leads/find`: a record, and what its page offered once it had settled. */
export const findLead = z.object({
  record: crmRecord,
  facts: pageFacts,
  /** When this member last looked at this lead, for what is new since. */
  lookedAt: z.optional(instant),
});
export type FindLead = z.infer<typeof findLead>;

export const findAnswer = z.discriminatedUnion('found', [
  z.object({ found: z.literal(true), card: leadCard }),
  z.object({ found: z.literal(false) }),
]);
export type FindAnswer = z.infer<typeof findAnswer>;

/** `GET /api/leads/:leadId/changes?rev=7&wait=20`: answers when the card is newer than `rev`, or the time is up. */
export const changeAnswer = z.object({ rev: z.int(), changed: z.boolean() });

/** `POST /api/leads/cards` (rep): the cards of leads that are on screen in a list; those of a known revision are left out. */
export const cardsRequest = z.object({
  leads: z
    .array(z.object({ leadId: uuid, rev: z.nullable(z.int()) }))
    .check(z.minLength(1), z.maxLength(25)),
});
export const cardsAnswer = z.object({ cards: z.array(leadCard) });
export type CardsAnswer = z.infer<typeof cardsAnswer>;

/** `GET /api/leads/:leadId/account?before=` (rep): everybody of the same company, and what all of them did, newest first. */
export const accountAnswer = z.object({
  company: z.nullable(text(LIMITS.name)),
  /** The most engaged first, at most fifty, without the lead itself. */
  colleagues: z.array(colleague),
  ...timelinePage.shape,
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

/** `PUT` and `DELETE /api/leads/:leadId/watch` (rep): on and off the watch list of the one who asks. */
export const watchAnswer = z.object({ watching: z.boolean() });
