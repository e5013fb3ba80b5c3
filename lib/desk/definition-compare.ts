/** Any two versions beside each other. What a version says never changes, so each is fetched once. */
import type { LeadDefinition } from '../contract/definition.ts';
import { changesOf } from '../contract/definition-changes.ts';
import { done, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import type { DefinitionsView } from './definition-view.ts';

interface Tools {
  ask: Ask;
  change: (part: Partial<DefinitionsView>) => void;
}

export function definitionCompare({ ask, change }: Tools) {
  const known = new Map<number, LeadDefinition>();
  let asked = 0;

  async function version(of: number): Promise<Result<LeadDefinition>> {
    const before = known.get(of);
    if (before) return done(before);
    const answer = await ask('definition.get', { version: of });
    if (!answer.ok) return answer;
    known.set(of, answer.value.definition);
    return done(answer.value.definition);
  }

  /** @param pair null to look at none */
  return async (pair: { from: number; to: number } | null): Promise<void> => {
    const mine = ++asked;
    if (!pair) {
      change({ compared: { is: 'none' } });
      return;
    }
    change({ compared: { is: 'loading', ...pair } });
    const [from, to] = [await version(pair.from), await version(pair.to)];
    if (mine !== asked) return;
    const failed = [from, to].find((each) => !each.ok);
    if (from.ok && to.ok) {
      change({ compared: { is: 'compared', ...pair, changes: changesOf(from.value, to.value) } });
    } else if (failed && !failed.ok) {
      change({ compared: { is: 'problem', ...pair, problem: failed.problem } });
    }
  };
}
