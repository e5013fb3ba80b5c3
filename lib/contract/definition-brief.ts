/**
 * What a card carries of the lead definition. By itself: a sidebar makes its schemas before it paints, and needs none of those of
 * rules and promises.
 */
import * as z from 'zod/mini';
import { filled, LIMITS, text } from './text.ts';

/** Names a rule or a reason within its definition. */
export const ruleId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

/**
 * What a reason teaches the score. `targeting`: this kind of lead was not wanted. `timing`: right person, wrong moment, so it
 * says something about what they did and nothing about who they are. `data`: the record was wrong; it says nothing.
 */
export const teaching = z.enum(['targeting', 'timing', 'data']);
export type Teaching = z.infer<typeof teaching>;

/** A reason sales can give, with the question that makes it useful to marketing. */
export const reason = z.object({
  id: ruleId,
  label: filled(80),
  question: z.optional(text(160)),
  teaches: z.optional(teaching),
});
export type Reason = z.infer<typeof reason>;

const reasons = z.array(reason).check(z.maxLength(20));

export const definitionInBrief = z.object({
  version: z.int().check(z.gte(1)),
  name: filled(LIMITS.name),
  /** Where the numbers come from: name and address of the published model. */
  preset: z.object({ name: filled(120), source: z.string().check(z.maxLength(LIMITS.url)) }),
  /** After this many days an event counts half. */
  halfLifeDays: z.number().check(z.gte(1), z.lte(3650)),
  reasons: z.object({ rejected: reasons, disqualified: reasons, recycled: reasons }),
  signedBy: z.object({ marketing: z.nullable(text(120)), sales: z.nullable(text(120)) }),
});
