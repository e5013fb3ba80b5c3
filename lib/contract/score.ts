/** A score as people see it: points that are the exact sum of the lines that explain them. */
import * as z from 'zod/mini';
import { day, instant, text } from './text.ts';

/** One line of the explanation. `points` are whole, and all lines together are the score. */
export const contribution = z.object({
  ruleId: z.string().check(z.maxLength(60)),
  label: text(160),
  side: z.enum(['engagement', 'fit', 'limit']),
  points: z.int(),
  /** How often it was seen, machines left out; 0 for fit. */
  times: z.int(),
  /** Machine opens and scanner clicks that were seen and count nothing. */
  discounted: z.int(),
  lastAt: z.nullable(instant),
  /** When these points will be half of what they are, if nothing new happens; null for fit. */
  halfAt: z.nullable(instant),
  capped: z.boolean(),
  /** The next day on which these points are others, if nothing new happens; null when they stay. */
  next: z._default(z.nullable(z.object({ on: day, points: z.int() })), null),
  /** How leads with this fared with sales, among all that got a verdict; null when too few did. */
  evidence: z._default(z.nullable(z.object({ n: z.int(), accepted: z.int() })), null),
});
export type Contribution = z.infer<typeof contribution>;

/** What the points have meant so far in this team's own history. */
export const chance = z.object({
  /** The chance that sales accepts, in percent: 1 to 99. */
  percent: z.int().check(z.gte(1), z.lte(99)),
  /** 95 % interval, in percent. */
  low: z.int(),
  high: z.int(),
  /** Leads with about as many points that got a verdict, and how many of those sales accepted. */
  like: z.object({ n: z.int(), accepted: z.int(), from: z.int(), to: z.int() }),
  /** All verdicts the chance rests on. */
  verdicts: z.int(),
});
export type Chance = z.infer<typeof chance>;

/** Something that would move the score: one more of these today. */
export const wouldChange = z.object({
  ruleId: z.string().check(z.maxLength(60)),
  label: text(160),
  points: z.int(),
  /** It alone would take the lead over the line (or below it). */
  crosses: z.boolean(),
});
export type WouldChange = z.infer<typeof wouldChange>;

export const scoreView = z.object({
  points: z.int(),
  /** Null while too few verdicts have shown what points mean here. */
  chance: z._default(z.nullable(chance), null),
  /** Verdicts so far, for "11 verdicts so far". */
  verdicts: z._default(z.int(), 0),
  fitPoints: z.int(),
  engagementPoints: z.int(),
  /** `B2`: fit A to D beside engagement 1 to 4. Null when there is not enough information. */
  grade: z.nullable(z.string().check(z.regex(/^[A-D][1-4]$/))),
  enough: z.boolean(),
  mqlAt: z.int(),
  definitionVersion: z.int(),
  contributions: z.array(contribution),
  /** What one more event would do, strongest first. */
  wouldChange: z._default(z.array(wouldChange), []),
  /** The first day on which the points are below the line, if nothing happens; null when they are or never get there. */
  belowLineOn: z._default(z.nullable(day), null),
  /** Points every other day over the last 30 days, oldest first, today last. */
  trend: z.array(z.int()),
  at: instant,
});
export type ScoreView = z.infer<typeof scoreView>;
