/** Whether the score still says what it said: promised and observed by month, and whether the leads are others than before. */
import * as z from 'zod/mini';
import { day, text } from './text.ts';

export const monthlyHonesty = z.object({
  /** First day of the month. */
  month: day,
  n: z.int(),
  promised: z.number(),
  accepted: z.int(),
  low: z.number(),
  high: z.number(),
});
export type MonthlyHonesty = z.infer<typeof monthlyHonesty>;

export const drift = z.object({
  months: z.array(monthlyHonesty),
  /**
   * Population stability of each line between the last 90 days and those before: above 0.25 the leads are others. None when there
   * are too few verdicts to compare; `moved` when it is more than calm, and more than chance explains.
   */
  inputs: z.array(
    z.object({
      ruleId: z.string(),
      label: text(160),
      psi: z.number(),
      moved: z._default(z.boolean(), true),
    }),
  ),
});
