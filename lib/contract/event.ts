/** An engagement event as the timeline shows it. */
import * as z from 'zod/mini';
import { instant, LIMITS, text } from './text.ts';
import { eventKind } from './words.ts';

export const timelineEvent = z.object({
  id: z.uuid(),
  kind: eventKind,
  at: instant,
  /** What happened, in words: `Viewed “Pricing”`. */
  title: text(LIMITS.line),
  detail: z.nullable(text(LIMITS.line)),
  /** Only http and https addresses get here. */
  url: z.nullable(text(LIMITS.url)),
  source: text(120),
  campaign: z.nullable(text(LIMITS.name)),
  /** Worth telling: everything but mail deliveries, opens and plain page views. */
  moment: z.boolean(),
  /** Done by a mail scanner or a privacy proxy, not by the person. Shown, never counted. */
  machine: z.boolean(),
  /** The source's clock was absurd, so this is when the store got it. */
  clockCorrected: z.boolean(),
  /** Whose event it is, where several people's are shown together. */
  who: z._default(
    z.nullable(z.object({ leadId: z.uuid(), name: z.nullable(text(LIMITS.name)) })),
    null,
  ),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** One page of the timeline, newest first. `next` goes into `before` of the next request; null at the end. */
export const timelinePage = z.object({
  events: z.array(timelineEvent),
  next: z.nullable(z.string().check(z.maxLength(200))),
});
export type TimelinePage = z.infer<typeof timelinePage>;

/** `GET /api/leads/:leadId/events?kinds=page_viewed,form_submitted`: only these kinds; none given: all. */
export const timelineKinds = z.array(eventKind).check(z.maxLength(eventKind.options.length));

export const timelineFilter = z.enum(['moments', 'all']);
