/** What a lead did, counted per rule of a definition: all that a score needs of it. */
import * as z from 'zod/mini';

/** One rule's events. Days are UTC, counted from 1970-01-01. */
export const counter = z.object({
  /** Events that count, each halved every half-life, as of `day`. */
  value: z.number(),
  /** The newest day that is in `value`. */
  day: z.int(),
  /** How many events people made on each day, by day; more than the rule counts are here, too. */
  days: z.record(z.string(), z.int()),
  /** How many people made in all. */
  times: z.int(),
  /** How many machines made: seen, shown, never counted. */
  discounted: z.int(),
  /** The last one by a person, milliseconds since 1970. */
  lastAt: z.nullable(z.number()),
});
export type Counter = z.infer<typeof counter>;

export const counters = z.object({
  /** What the values were made with: half-life, and each rule's daily limit as one text (`limitsOf`). */
  halfLifeDays: z.number(),
  limits: z._default(z.string(), ''),
  /** Events by people, whatever rule takes them. */
  people: z.int(),
  rules: z.record(z.string(), counter),
});
export type Counters = z.infer<typeof counters>;

/** What is known about the person; null is "not given", which no rule can meet. */
export const fitAttributes = z.object({
  email: z.nullable(z.string()),
  title: z.nullable(z.string()),
  company: z.nullable(z.string()),
  industry: z.nullable(z.string()),
  country: z.nullable(z.string()),
  /** How many people work at the company. */
  employees: z.nullable(z.number()),
  /** Of the first thing they ever did; null also of leads that were frozen before this was looked at. */
  source: z._default(z.nullable(z.string()), null),
  campaign: z._default(z.nullable(z.string()), null),
});
export type FitAttributes = z.infer<typeof fitAttributes>;

/**
 * A lead as it was when sales decided, kept with the verdict. What is learned from it can then use nothing that came later,
 * however much is found out about the lead afterwards.
 */
export const frozenLead = z.object({
  /** The UTC day of the decision. */
  day: z.int(),
  fit: fitAttributes,
  counters,
  /** How the definition's rules told events apart when these were counted: `matchingOf`. */
  matching: z.string(),
  /** Registered by sales: what is known of it was typed by whoever gave the verdict. */
  salesSourced: z.boolean(),
  /** What was promised, under which definition. */
  points: z.int(),
  definitionVersion: z.int(),
});
export type FrozenLead = z.infer<typeof frozenLead>;
