/** The lead definition: rules, thresholds, reasons and promises, as data with a closed grammar. */
import * as z from 'zod/mini';
import { filled, LIMITS, text } from './text.ts';
import { eventKind } from './words.ts';

const ruleId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));
const points = z.int().check(z.gte(-300), z.lte(300));

/** Matches events of one kind whose field contains one of the words (lower case), or any if no `where`. */
export const engagementRule = z.object({
  id: ruleId,
  label: filled(120),
  kind: eventKind,
  where: z.optional(
    z.object({
      field: z.enum(['path', 'title', 'name', 'campaign']),
      contains: z.array(filled(80)).check(z.minLength(1), z.maxLength(30)),
    }),
  ),
  points,
  /** Largest absolute contribution of this rule. */
  cap: z.int().check(z.gte(0), z.lte(300)),
  /** At most this many events count per UTC day. */
  perDay: z.int().check(z.gte(1), z.lte(100)),
});
export type EngagementRule = z.infer<typeof engagementRule>;

/** Matches who the person is. `freeMail` looks at the address, `contains` at the words of one attribute. */
export const fitRule = z.object({
  id: ruleId,
  label: filled(120),
  /** Of the rules of one group only the first that matches counts: a "Senior Director" is not senior twice. */
  group: z.optional(ruleId),
  test: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('contains'),
      attribute: z.enum(['title', 'company', 'industry', 'country']),
      words: z.array(filled(80)).check(z.minLength(1), z.maxLength(60)),
    }),
    z.object({ is: z.literal('business-mail') }),
    z.object({ is: z.literal('free-mail') }),
  ]),
  points,
});
export type FitRule = z.infer<typeof fitRule>;

/** A reason sales can give, with the question that makes it useful to marketing. */
export const reason = z.object({
  id: ruleId,
  label: filled(80),
  question: z.optional(text(160)),
});
export type Reason = z.infer<typeof reason>;

const reasons = z.array(reason).check(z.maxLength(20));

export const leadDefinition = z.object({
  version: z.int().check(z.gte(1)),
  name: filled(LIMITS.name),
  /** Where the numbers come from: name and address of the published model. */
  preset: z.object({ name: filled(120), source: z.string().check(z.maxLength(LIMITS.url)) }),
  /** After this many days an event counts half. */
  halfLifeDays: z.number().check(z.gte(1), z.lte(3650)),
  /** First rule that matches an event takes it; an event never counts twice. */
  engagement: z.array(engagementRule).check(z.maxLength(150)),
  fit: z.array(fitRule).check(z.maxLength(150)),
  fitCap: z.int().check(z.gte(0), z.lte(1000)),
  totalCap: z.int().check(z.gte(1), z.lte(10_000)),
  /** From this many points on a lead is an MQL and handed to sales. */
  mqlAt: z.int(),
  /** Lowest points for A, B, C (fit) and 1, 2, 3 (engagement); below is D or 4. */
  grades: z.object({
    fit: z.tuple([z.int(), z.int(), z.int()]),
    engagement: z.tuple([z.int(), z.int(), z.int()]),
  }),
  /** Fewer events by a person (not by machines) than this, and fewer fit rules met: not enough information. */
  enough: z.object({ events: z.int(), fitRules: z.int() }),
  reasons: z.object({ rejected: reasons, disqualified: reasons, recycled: reasons }),
  /** Hours that sales has from handoff to first verdict, and marketing from feedback to answer. */
  sla: z.object({ salesHours: z.number(), marketingHours: z.number() }),
  signedBy: z.object({ marketing: z.nullable(text(120)), sales: z.nullable(text(120)) }),
});
export type LeadDefinition = z.infer<typeof leadDefinition>;
