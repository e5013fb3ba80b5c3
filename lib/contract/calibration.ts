/** What points have meant so far: made from verdicts by the store, read wherever a score is shown. */
import * as z from 'zod/mini';
import { instant } from './text.ts';

/** How a logit made of points becomes a chance; see lib/score/learn/calibrate.ts. */
export const calibrator = z.object({
  kind: z.enum(['base', 'platt', 'isotonic']),
  slope: z.number(),
  base: z.number(),
  stairs: z.array(z.object({ at: z.number(), share: z.number() })),
  n: z.int(),
});

/** Verdicts of leads with exactly these points when sales decided. */
const standing = z.object({ points: z.int(), n: z.int(), accepted: z.int() });

export const calibration = z.object({
  definitionVersion: z.int(),
  madeAt: instant,
  calibrator,
  /** Lowest points first. */
  verdictsByPoints: z.array(standing),
  /** How leads that had a rule's line fared, by rule id. */
  evidence: z.record(z.string(), z.object({ n: z.int(), accepted: z.int() })),
});
export type Calibration = z.infer<typeof calibration>;
