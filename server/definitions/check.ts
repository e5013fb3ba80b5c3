/** What makes a definition impossible to keep, beyond its shape. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';

/** Lines, counters and evidence go by the ids of rules, verdicts by those of reasons, so no two may have the same. */
export function checked(definition: LeadDefinition): Result<LeadDefinition> {
  const { engagement, fit, reasons } = definition;
  const same =
    twice('rule', [...engagement, ...fit]) ??
    twice('reason', reasons.rejected) ??
    twice('reason', reasons.disqualified) ??
    twice('reason', reasons.recycled);
  return same ?? done(definition);
}

function twice(
  what: 'rule' | 'reason',
  all: readonly { id: string; label: string }[],
): Result<never> | null {
  const seen = new Set<string>();
  for (const { id, label } of all) {
    if (seen.has(id)) {
      return failed(
        'bad-request',
        `Two ${what}s have the same id`,
        `“${id}” is the id of another ${what}, too. Give “${label}” one of its own.`,
        { field: `definition.${what}s` },
      );
    }
    seen.add(id);
  }
  return null;
}

/** @returns the problem when the version that a proposal was made from is not in force any more */
export function superseded(basedOn: number, current: number): Result<never> | null {
  if (basedOn === current) return null;
  return failed(
    'conflict',
    `Version ${current} is in force by now`,
    `This was made from version ${basedOn}. Load the definition again and make the change there.`,
  );
}
