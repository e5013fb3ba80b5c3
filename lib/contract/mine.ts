/** A rep's own day: which lead first, who waits, what woke up, what marketing answered. Popup, badge and commands read it. */
import * as z from 'zod/mini';
import { feedbackEntry } from './lead.ts';
import { reasonInBrief } from './look-up.ts';
import { crmRecord } from './record.ts';
import { instant, LIMITS, text, uuid } from './text.ts';
import { woken } from './wake.ts';
import { heat, stage } from './words.ts';

/** One lead in one of the lists. */
export const myLead = z.object({
  leadId: uuid,
  rev: z.int(),
  name: z.nullable(text(LIMITS.name)),
  title: z.nullable(text(LIMITS.name)),
  company: z.nullable(text(LIMITS.name)),
  stage,
  optedOut: z.boolean(),
  points: z.int(),
  grade: z.nullable(z.string()),
  enough: z.boolean(),
  /** In percent; null while too few verdicts have shown what points mean. */
  chance: z.nullable(z.int()),
  heat,
  /** What raises the score most, at most three lines. */
  why: z.array(reasonInBrief).check(z.maxLength(3)),
  /** Why now: the newest moment, in words. */
  lastMoment: z.nullable(z.object({ title: text(LIMITS.line), at: instant })),
  /** As the CRM says; null: nobody's, so everybody sees it. */
  owner: z.nullable(text(LIMITS.name)),
  handoff: z.nullable(z.object({ at: instant, dueAt: instant })),
  /** Where the CRM shows it, as far as Truce has seen, in the order of their names. */
  records: z.array(crmRecord).check(z.maxLength(5)),
  woken: z.nullable(woken),
});
export type MyLead = z.infer<typeof myLead>;

/** An answer from marketing to something the rep said. */
export const reply = z.object({
  leadId: uuid,
  name: z.nullable(text(LIMITS.name)),
  company: z.nullable(text(LIMITS.name)),
  records: z.array(crmRecord).check(z.maxLength(5)),
  /** With its resolution. */
  feedback: feedbackEntry,
});
export type Reply = z.infer<typeof reply>;

/** The most of one list. */
export const MOST_MINE = 25;

/**
 * `GET /api/mine` (rep). A lead is mine when the CRM says it is owned by somebody of my name, or I gave the last verdict on it;
 * what nobody owns and nobody has answered is everybody's.
 */
export const mine = z.object({
  /** How `hot` is ranked: by the chance that sales accepts (by points while none is known), fresh interest first among equals. */
  rule: z.object({
    by: z.enum(['chance', 'points']),
    /** Somebody who was active within so many days comes before an equal who was not. */
    freshDays: z.int(),
  }),
  /** Over the line and not answered, best first. */
  hot: z.array(myLead).check(z.maxLength(MOST_MINE)),
  /** Handed over and not answered, the most urgent first. */
  waiting: z.array(myLead).check(z.maxLength(MOST_MINE)),
  /** Recycled and back, newest first. */
  woken: z.array(myLead).check(z.maxLength(MOST_MINE)),
  /** Newest first, of the last thirty days. */
  replies: z.array(reply).check(z.maxLength(MOST_MINE)),
  watched: z.array(myLead).check(z.maxLength(MOST_MINE)),
  /** Of all, however many are listed. */
  counts: z.object({ waiting: z.int(), late: z.int(), woken: z.int() }),
  asOf: instant,
});
export type Mine = z.infer<typeof mine>;
