/** The next definition, put together from what verdicts speak for. Signed by nobody until it is put in force. */
import type { DefinitionsAnswer, DraftChange } from '../contract/agreement.ts';
import type { FitRule, LeadDefinition } from '../contract/definition.ts';
import type { LearningAnswer } from '../contract/learning.ts';
import type { Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { withPoints } from '../score/learn/change.ts';

export type { DraftChange };

/**
 * @returns the open draft with this change, or the definition in force with it where there is no draft, or one that was made
 * from a version that is no longer in force
 */
export function drafted(
  { definition, draft }: Pick<LearningAnswer, 'definition' | 'draft'>,
  change: DraftChange,
): LeadDefinition {
  const start = draft?.basedOn === definition.version ? draft.definition : definition;
  return {
    ...changed(start, change),
    version: definition.version + 1,
    signedBy: { marketing: null, sales: null },
  };
}

function changed(start: LeadDefinition, change: DraftChange): LeadDefinition {
  switch (change.of) {
    case 'line':
      return { ...start, mqlAt: change.points };
    case 'points':
      return withPoints(start, [change]);
    case 'fit-rule':
      return { ...start, fit: withRule(start.fit, change.rule) };
  }
}

/** A rule that is drafted a second time takes the place of the first. */
function withRule(rules: readonly FitRule[], rule: FitRule): FitRule[] {
  const known = rules.some(({ id }) => id === rule.id);
  return known ? rules.map((each) => (each.id === rule.id ? rule : each)) : [...rules, rule];
}

/** Puts a change into the open draft, or opens one with it. */
export async function putInDraft(ask: Ask, change: DraftChange): Promise<Result<null>> {
  const now = await ask('definitions.get', {});
  if (!now.ok) return now;
  const { current, draft }: DefinitionsAnswer = now.value;
  return ask('definition.draft', {
    basedOn: current.version,
    definition: drafted({ definition: current, draft }, change),
    replaces: draft?.draftId ?? null,
  });
}
