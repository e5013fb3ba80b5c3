/** The next definition, put together from what verdicts speak for. Signed by nobody until it is put in force. */
import type { LeadDefinition } from '../contract/definition.ts';
import type { LearningAnswer } from '../contract/learning.ts';
import { withPoints } from '../score/learn/change.ts';

/** One change somebody wants in the draft: a line's points, or where leads are handed over. */
export type DraftChange =
  | { of: 'points'; ruleId: string; step: number | null; to: number }
  | { of: 'line'; points: number };

/**
 * @returns the open draft with this change, or the definition in force with it where there is no draft, or one that was made
 * from a version that is no longer in force
 */
export function drafted(
  { definition, draft }: Pick<LearningAnswer, 'definition' | 'draft'>,
  change: DraftChange,
): LeadDefinition {
  const start = draft?.basedOn === definition.version ? draft.definition : definition;
  const changed =
    change.of === 'line' ? { ...start, mqlAt: change.points } : withPoints(start, [change]);
  return {
    ...changed,
    version: definition.version + 1,
    signedBy: { marketing: null, sales: null },
  };
}
