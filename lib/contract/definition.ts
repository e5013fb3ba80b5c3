/**
 * The lead definition: rules, thresholds, reasons and promises, as data with a closed grammar.
 *
 * Points are whole, and one point is a tenth of a logit: 7 points double the odds that sales accepts. What was added
 * to the grammar later has a default, so that every definition that was ever signed can still be read.
 */
import * as z from 'zod/mini';
import { definitionInBrief, ruleId } from './definition-brief.ts';
import { filled, LIMITS, text } from './text.ts';
import { engagementKind, stage } from './words.ts';

const points = z.int().check(z.gte(-300), z.lte(300));
const share = z.number().check(z.gt(0), z.lt(1));

/** From so many events on (decayed), so many points. */
const step = z.object({ from: z.number().check(z.gt(0), z.lte(1000)), points });
export type Step = z.infer<typeof step>;

/** Matches events of one kind whose field contains one of the words (lower case), or any if no `where`. */
export const engagementRule = z
  .object({
    id: ruleId,
    label: filled(120),
    /** Outcomes are none of these: they are what is to be foretold. */
    kind: engagementKind,
    where: z.optional(
      z.object({
        field: z.enum(['path', 'title', 'name', 'campaign']),
        contains: z.array(filled(80)).check(z.minLength(1), z.maxLength(30)),
      }),
    ),
    /** Of one event today. */
    points,
    /** Largest absolute contribution of this rule. */
    cap: z.int().check(z.gte(0), z.lte(300)),
    /** At most this many events count per UTC day. */
    perDay: z.int().check(z.gte(1), z.lte(100)),
    /** Bins: where a second event is not worth as much as the first, these points stand instead of points × events. */
    steps: z.optional(z.array(step).check(z.minLength(1), z.maxLength(12))),
    /** Steps may turn round: the tenth price check may mean something else than the third. */
    turns: z.optional(z.boolean()),
    /** Whoever does this is handed to sales at once, however many points they have: they asked. */
    handsOver: z.optional(z.boolean()),
  })
  .check(
    z.refine(stepsRise, {
      path: ['steps'],
      error: 'steps have to start higher each time, and to move one way unless “turns” is set',
    }),
  );
export type EngagementRule = z.infer<typeof engagementRule>;

function stepsRise({
  steps = [],
  turns = false,
}: {
  steps?: Step[] | undefined;
  turns?: boolean | undefined;
}): boolean {
  const last = steps.at(-1)?.points ?? 0;
  return steps.every((here, place) => {
    const before = steps[place - 1] ?? { from: 0, points: 0 };
    const onward = last >= 0 ? here.points >= before.points : here.points <= before.points;
    return here.from > before.from && (turns || onward);
  });
}

/** Matches who the person is, by the words of one attribute, a size, or what the address is. */
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
    /** Employees: `from` and `to` count as inside; leave one out for "or more", "or fewer". */
    z.object({
      is: z.literal('between'),
      attribute: z.enum(['employees']),
      from: z.optional(z.number()),
      to: z.optional(z.number()),
    }),
    /** The domain is one of these, or below one: `ac.uk` takes `physics.ox.ac.uk`. */
    z.object({
      is: z.literal('mail-domain'),
      domains: z.array(filled(253)).check(z.minLength(1), z.maxLength(200)),
    }),
    z.object({ is: z.literal('business-mail') }),
    z.object({ is: z.literal('free-mail') }),
    /** The source or campaign of the first thing they ever did is one of these, whole and in the same letters. */
    z.object({
      is: z.literal('came-from'),
      first: z.enum(['source', 'campaign']),
      values: z.array(filled(LIMITS.name)).check(z.minLength(1), z.maxLength(60)),
    }),
  ]),
  points,
});
export type FitRule = z.infer<typeof fitRule>;

/** What both sides call a stage, and what they mean by it. */
const stageMeaning = z.object({ label: filled(40), means: text(240) });

const { version, name, preset, halfLifeDays, reasons, signedBy } = definitionInBrief.shape;

export const leadDefinition = z.object({
  version,
  name,
  preset,
  halfLifeDays,
  /** First rule that matches an event takes it; an event never counts twice. */
  engagement: z.array(engagementRule).check(z.maxLength(150)),
  fit: z.array(fitRule).check(z.maxLength(150)),
  fitCap: z.int().check(z.gte(0), z.lte(1000)),
  totalCap: z.int().check(z.gte(1), z.lte(10_000)),
  /** From this many points on a lead is an MQL and handed to sales. */
  mqlAt: z.int(),
  /** Which share of what is handed over marketing promises that sales will accept. */
  promisedShare: z._default(share, 0.65),
  /** How many leads a week marketing promises to hand over; null: none were promised. */
  promisedPerWeek: z._default(z.nullable(z.int().check(z.gte(1), z.lte(100_000))), null),
  /** What both sides expect sales to accept before verdicts have shown it. */
  expectedShare: z._default(share, 0.3),
  /**
   * Which share of leads below the line is handed over all the same, so that it is known what the line misses. They are chosen by
   * chance.
   */
  auditShare: z._default(z.number().check(z.gte(0), z.lte(0.2)), 0),
  /** Lowest points for A, B, C (fit) and 1, 2, 3 (engagement); below is D or 4. */
  grades: z.object({
    fit: z.tuple([z.int(), z.int(), z.int()]),
    engagement: z.tuple([z.int(), z.int(), z.int()]),
  }),
  /** Fewer events by a person (not by machines) than this, and fewer fit rules met: not enough information. */
  enough: z.object({ events: z.int(), fitRules: z.int() }),
  reasons,
  /**
   * Hours that sales has from handoff to first verdict, and marketing from feedback to answer; minutes that may pass between
   * what a lead does and its handoff.
   */
  sla: z.object({
    salesHours: z.number().check(z.gt(0)),
    marketingHours: z.number().check(z.gt(0)),
    handoffMinutes: z._default(z.number().check(z.gt(0)), 15),
  }),
  /** Stages that are called or meant otherwise here than everywhere; the others keep their usual names. */
  stages: z._default(z.partialRecord(stage, stageMeaning), {}),
  signedBy,
});
export type LeadDefinition = z.infer<typeof leadDefinition>;
