/** A score as people see it: points that are the exact sum of the lines that explain them. */
import * as z from 'zod/mini';
import { instant, text } from './text.ts';

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
});
export type Contribution = z.infer<typeof contribution>;

export const scoreView = z.object({
  points: z.int(),
  fitPoints: z.int(),
  engagementPoints: z.int(),
  /** `B2`: fit A to D beside engagement 1 to 4. Null when there is not enough information. */
  grade: z.nullable(z.string().check(z.regex(/^[A-D][1-4]$/))),
  enough: z.boolean(),
  mqlAt: z.int(),
  definitionVersion: z.int(),
  contributions: z.array(contribution),
  /** Points every other day over the last 30 days, oldest first, today last. */
  trend: z.array(z.int()),
  at: instant,
});
export type ScoreView = z.infer<typeof scoreView>;
