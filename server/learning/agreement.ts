/** Whether those who judge leads judge alike. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { recount } from '../../lib/score/counters.ts';
import { type Judgement, standingsOf, verdictAgreement } from '../../lib/score/learn/agreement.ts';
import { calibrated } from '../../lib/score/learn/calibrate.ts';
import { calibrationOf } from '../../lib/score/learn/cases.ts';
import { logitOfPoints } from '../../lib/score/learn/points.ts';
import { lessonOf, type VerdictCase } from '../../lib/score/learn/verdict-case.ts';
import { pointsOn } from '../../lib/score/score.ts';

/** As in the answer, with the ids of members instead of names. */
export type Agreement = Omit<LearningAnswer['agreement'], 'unusual'> & {
  unusual: { memberId: string; n: number; accepted: number; promised: number }[];
};

/**
 * Every verdict is somebody's, also one that a later one corrected. What was promised is measured by today's points and what
 * they mean, so that reps are compared on the same ground.
 */
export function agreementOf(
  verdicts: readonly VerdictCase[],
  definition: LeadDefinition,
  now: number,
): Agreement {
  const { calibrator } = calibrationOf(verdicts, definition, now);
  const judgements = verdicts.flatMap((one): Judgement[] => {
    const lesson = lessonOf(one, definition);
    if (typeof lesson === 'string') return [];
    const { counters, fit, day } = one.lead;
    const points = pointsOn(recount(counters, definition), fit, definition, day);
    return [
      {
        rep: one.memberId,
        lead: one.leadId,
        accepted: lesson.accepted ? 1 : 0,
        promised: calibrated(calibrator, logitOfPoints(points)),
        reason: one.reason,
      },
    ];
  });
  const { pairs, same } = verdictAgreement(judgements);
  const unusual = standingsOf(judgements)
    .filter((standing) => standing.unusual)
    .map(({ rep, n, accepted, expected }) => ({ memberId: rep, n, accepted, promised: expected }));
  return { pairs, same, unusual };
}
