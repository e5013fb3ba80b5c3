/** Two leads that are one person, said from the queue. */
import { done, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';

/** Joins two leads. Good too when they are one already: a colleague, or the same press a moment ago, was first. */
export async function joined(ask: Ask, leadId: string, other: string): Promise<Result<unknown>> {
  const merged = await ask('lead.merge', { leadId, other });
  if (merged.ok || merged.problem.code !== 'conflict') return merged;
  const [one, two] = await Promise.all([
    ask('lead.identity', { leadId }),
    ask('lead.identity', { leadId: other }),
  ]);
  return one.ok && two.ok && one.value.leadId === two.value.leadId ? done(null) : merged;
}
