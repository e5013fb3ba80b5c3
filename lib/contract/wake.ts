/** Recycling as a contract: what wakes a lead again, and what had happened when it woke. */
import * as z from 'zod/mini';
import { day, instant, text } from './text.ts';

/**
 * moment: they do anything worth telling · asks: they ask to be called (a demo, a meeting) · line: their score reaches the line
 * · rule: one rule of the definition sees something new
 */
export const wakeSignal = z.discriminatedUnion('is', [
  z.object({ is: z.literal('moment') }),
  z.object({ is: z.literal('asks') }),
  z.object({ is: z.literal('line') }),
  z.object({ is: z.literal('rule'), ruleId: z.string().check(z.maxLength(60)) }),
]);
export type WakeSignal = z.infer<typeof wakeSignal>;

/** Any one of them wakes the lead, and so does the day if there is one; whichever comes first. */
export const wakeSignals = z.array(wakeSignal).check(z.maxLength(5));

/** A lead that sleeps, on whose card and in whose history this stands. */
export const sleep = z.object({ until: z.nullable(day), signals: wakeSignals });

/** Why and when a recycled lead came back, and what had happened while it slept. Gone with the next verdict. */
export const woken = z.object({
  at: instant,
  because: z.object({
    is: z.enum(['day', 'moment', 'asks', 'line', 'rule']),
    /** Of the rule, in the definition of that time; null for the others. */
    label: z.nullable(text(160)),
  }),
  /** Machines left out. */
  events: z.int(),
  moments: z.int(),
  /** When it was put to sleep. */
  pointsThen: z.nullable(z.int()),
});
export type Woken = z.infer<typeof woken>;
