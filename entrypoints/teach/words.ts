/** What teaching says when something does not fit, as sentences. */
import type { FactName } from '../../lib/contract/recipe.ts';
import type { Doubt } from '../../lib/teach/lesson.ts';
import type { Refusal, Target } from '../../lib/teach/wire.ts';
import { teachWords } from '../../lib/words/teach.ts';

/** @returns why what was pointed at cannot be taken */
export function refusalWords(at: Target, why: Refusal): string {
  return teachWords().refusals[why](at);
}

/** @returns what is doubtful about this fact on the second page */
export function doubtWords(fact: FactName, doubt: Doubt): string {
  const t = teachWords().doubts;
  if (doubt === 'same-on-both') return t.same(fact);
  return fact === 'name' ? t.noName : t.none(fact);
}
