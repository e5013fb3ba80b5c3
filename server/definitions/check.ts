/** What makes a definition impossible to keep, beyond its shape. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';

/** Lines, counters and evidence go by the ids of rules, so no two may have the same. */
export function checked(definition: LeadDefinition): Result<LeadDefinition> {
  const seen = new Set<string>();
  for (const { id, label } of [...definition.engagement, ...definition.fit]) {
    if (seen.has(id)) {
      return failed(
        'bad-request',
        'Two rules have the same id',
        `“${id}” is the id of another rule, too. Give “${label}” one of its own.`,
      );
    }
    seen.add(id);
  }
  return done(definition);
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
