/** The review desk: what sales said that marketing has to answer. */
import * as z from 'zod/mini';
import { snapshot } from './feedback.ts';
import { feedbackEntry, leadCard } from './lead.ts';

export const reviewState = z.enum(['open', 'answered']);
export type ReviewState = z.infer<typeof reviewState>;

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

/** `GET /api/review?state=open&before=`: longest waiting first for open, newest first for answered. */
export const reviewPage = z.object({
  lines: z.array(reviewLine),
  next: z.nullable(z.string()),
  counts: z.object({ open: z.int(), answered: z.int(), late: z.int() }),
  marketingHours: z.number(),
});
export type ReviewPage = z.infer<typeof reviewPage>;

/** `GET /api/review/:leadId/:feedbackId`: what the rep saw beside what is true today. */
export const reviewCase = z.object({ line: reviewLine, snapshot, today: leadCard });
export type ReviewCase = z.infer<typeof reviewCase>;
