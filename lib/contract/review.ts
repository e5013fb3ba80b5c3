/** The review desk: what sales said that marketing has to answer, and what many of such words have in common. */
import * as z from 'zod/mini';
import { draftChange } from './agreement.ts';
import { snapshot } from './feedback.ts';
import { feedbackEntry, leadCard } from './lead.ts';
import { LIMITS, text, uuid } from './text.ts';

export const reviewState = z.enum(['open', 'answered']);
export type ReviewState = z.infer<typeof reviewState>;

/** What sales said, as one list: verdicts that ask for an answer, and flags. */
export const saidKind = z.enum([
  'rejected',
  'disqualified',
  'score_too_high',
  'score_too_low',
  'signal_wrong',
]);
export type SaidKind = z.infer<typeof saidKind>;

const several = <T>(one: z.ZodMiniType<T>) =>
  z._default(z.array(one).check(z.maxLength(50)), [] as T[]);
/** Null: none is known. */
const named = z.nullable(text(LIMITS.name));

/** Which lines to show: all that fit every part; an empty list leaves its part open. */
export const reviewFilter = z.object({
  state: z._default(reviewState, 'open'),
  said: several(saidKind),
  /** Labels, as the reps saw them. */
  reasons: several(named),
  sources: several(named),
  campaigns: several(named),
  /** Members. */
  reps: several(uuid),
  /** Points when it was said, both ends included. */
  points: z._default(z.nullable(z.object({ from: z.int(), to: z.int() })), null),
  /** Hours since it was said: at least, and less than. */
  hours: z._default(z.nullable(z.object({ from: z.number(), to: z.nullable(z.number()) })), null),
  /** Part of the name, company or address of the lead, in any letters. */
  text: z._default(z.string().check(z.maxLength(LIMITS.name)), ''),
});
export type ReviewFilter = z.infer<typeof reviewFilter>;

/** One line of the queue. `thenPoints` is what the rep saw, `nowPoints` what the score is today. */
export const reviewLine = z.object({
  entry: feedbackEntry,
  name: z.nullable(z.string()),
  company: z.nullable(z.string()),
  /** Where the lead came from: source and campaign of the first event. */
  source: z.nullable(z.string()),
  campaign: z.nullable(z.string()),
  thenPoints: z.int(),
  nowPoints: z.int(),
});
export type ReviewLine = z.infer<typeof reviewLine>;

/** `POST /api/review/queue`: longest waiting first for open, newest answer first for answered. */
export const reviewQuery = z.object({
  filter: reviewFilter,
  before: z._default(z.nullable(z.string().check(z.maxLength(200))), null),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 50),
});
export const reviewPage = z.object({
  lines: z.array(reviewLine),
  next: z.nullable(z.string()),
  /** Of everything, whatever the filter. */
  counts: z.object({ open: z.int(), answered: z.int(), late: z.int() }),
  marketingHours: z.number(),
});
export type ReviewPage = z.infer<typeof reviewPage>;

const share = <T>(value: z.ZodMiniType<T>) => z.array(z.object({ value, n: z.int() }));

/**
 * `POST /api/review/facets`: how many lines there are of each kind. Each list is counted with all parts of the filter but its own,
 * so that it says what a press would show. The most first, at most 30 each; reps by name.
 */
export const reviewFacets = z.object({
  /** Lines that the whole filter shows. */
  total: z.int(),
  said: share(saidKind),
  reasons: share(named),
  sources: share(named),
  campaigns: share(named),
  reps: z.array(z.object({ memberId: uuid, name: z.string(), n: z.int() })),
  /** By tens of points when it was said: `value` is where the ten begins. */
  points: share(z.int()),
  /** Under a day, one to two days, longer. */
  waited: z.object({ day: z.int(), twoDays: z.int(), longer: z.int() }),
});
export type ReviewFacets = z.infer<typeof reviewFacets>;

/** `GET /api/review/:leadId/:feedbackId`: what the rep saw beside what is true today, and what the open draft would make of it. */
export const reviewCase = z.object({
  line: reviewLine,
  snapshot,
  today: leadCard,
  underDraft: z._default(
    z.nullable(z.object({ version: z.int(), points: z.int(), mqlAt: z.int() })),
    null,
  ),
});
export type ReviewCase = z.infer<typeof reviewCase>;

/** `n` of `of`, with the 95 % interval (Wilson) of the share. */
const shareOf = z.object({ n: z.int(), of: z.int(), low: z.number(), high: z.number() });

/**
 * What the leads with one reason have in common and others have not: "38 % of “student” came through the webinar, of all judged
 * leads 9 %".
 */
export const pattern = z.object({
  /** Made of what it says, so that it stays the same from day to day. */
  id: z.string(),
  said: z.enum(['rejected', 'disqualified']),
  reason: text(LIMITS.name),
  /** What they have in common: where they came from, a line of the explanation, a word of the title, the end of the address. */
  by: z.enum(['source', 'campaign', 'rule', 'title-word', 'mail-domain']),
  /** A source, a campaign, a rule's id, a word, a domain. */
  value: text(LIMITS.name),
  /** The same as people read it. */
  label: text(LIMITS.name),
  among: shareOf,
  everybody: shareOf,
  /** What would answer it, with whole points made from how often such leads were accepted; null where nothing sensible would. */
  change: z.nullable(draftChange),
});
export type Pattern = z.infer<typeof pattern>;

/** `GET /api/review/patterns`: of the last 180 days, those with intervals apart, the widest apart first, at most 20. */
export const patternsAnswer = z.object({
  patterns: z.array(pattern),
  /** Rejections and disqualifications with a reason that were looked at; below `needs`, no pattern is looked for. */
  looked: z.int(),
  needs: z.int(),
});
export type PatternsAnswer = z.infer<typeof patternsAnswer>;

/** `GET /api/leads/search?q=` (rep): by the beginning of a name, company or address; at most ten, the most engaged first. */
export const leadFound = z.object({
  leadId: uuid,
  name: z.nullable(text(LIMITS.name)),
  company: z.nullable(text(LIMITS.name)),
  email: z.nullable(z.string()),
  points: z.int(),
});
export type LeadFound = z.infer<typeof leadFound>;
export const searchAnswer = z.object({ leads: z.array(leadFound) });
