/** What the sidebar is given about one lead: the card, ready to paint. */
import * as z from 'zod/mini';
import { leadDefinition } from './definition.ts';
import { timelineEvent } from './event.ts';
import { crmRecord, pageFacts } from './record.ts';
import { scoreView } from './score.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { flagKind, resolutionKind, signalFault, stage, verdictKind } from './words.ts';

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
  by: z.string(),
  /** Said by the member who asks. */
  mine: z.boolean(),
  madeAt: instant,
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
  kind: z.enum([
    'opted_out',
    'customer',
    'open_opportunity',
    'rejected_before',
    'accepted_before',
    'bounced',
    'stale_source',
  ]),
  text: z.string(),
});
export type Warning = z.infer<typeof warning>;

export const leadCard = z.object({
  leadId: uuid,
  /** Counts up with every change of anything on this card. */
  rev: z.int(),
  who: z.object({
    name: z.nullable(text(LIMITS.name)),
    title: z.nullable(text(LIMITS.name)),
    company: z.nullable(text(LIMITS.name)),
    email: z.nullable(text(254)),
  }),
  /** By what Truce knows that this record is this lead. */
  knownBy: z.array(z.enum(['record', 'email'])),
  stage,
  optedOut: z.boolean(),
  salesSourced: z.boolean(),
  colleagues: z.int(),
  score: scoreView,
  story: z.array(storyPart),
  counts: z.object({ all: z.int(), moments: z.int() }),
  /** Newest first, at most 30, so that the sidebar can paint without a second request. */
  moments: z.array(timelineEvent),
  sources: z.array(z.object({ name: z.string(), lastAt: instant })),
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
  definition: z.pick(leadDefinition, {
    version: true,
    name: true,
    preset: true,
    halfLifeDays: true,
    reasons: true,
    signedBy: true,
  }),
  asOf: instant,
});
export type LeadCard = z.infer<typeof leadCard>;

/** `POST /api/leads/find`: a record, and what its page offered once it had settled. */
export const findLead = z.object({ record: crmRecord, facts: pageFacts });
export type FindLead = z.infer<typeof findLead>;

export const findAnswer = z.discriminatedUnion('found', [
  z.object({ found: z.literal(true), card: leadCard }),
  z.object({ found: z.literal(false) }),
]);
export type FindAnswer = z.infer<typeof findAnswer>;

/** `GET /api/leads/:leadId/changes?rev=7&wait=20`: answers when the card is newer than `rev`, or the time is up. */
export const changeAnswer = z.object({ rev: z.int(), changed: z.boolean() });
