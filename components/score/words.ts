/** Shares and figures as people say them. */

import type { MonthlyHonesty } from '../../lib/contract/drift.ts';
import type {
  Band,
  DefinitionDraft,
  FigureView,
  LearningAnswer,
  Suggestion,
} from '../../lib/contract/learning.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { scoreWords } from '../../lib/words/score.ts';

/** Below this many verdicts no rate is shown: chance alone would make it. */
export const FEWEST_FOR_RATE = 20;

/** @returns `66 %`, with a space that does not break */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** @returns `3.1` of a share: percentage points */
export const inHundred = (share: number): string => decimal(share * 100, 1);

/** @returns `3.1 (2.2 to 4.6)` through `say` */
export const withInterval = (
  { value, low, high }: FigureView,
  say: (n: number) => string,
): string => scoreWords().withRange(say(value), say(low), say(high));

/** @returns `62 of 84` */
export const of = ({ n, accepted }: { n: number; accepted: number }): string =>
  scoreWords().of(number(accepted), number(n));

/** @returns the 95 % interval of a share (Wilson), for where the store sends counts only */
export function wilson({ n, accepted }: { n: number; accepted: number }) {
  if (n === 0) return { share: 0, low: 0, high: 1 };
  const z = 1.96;
  const share = accepted / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half =
    (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** @returns whether what was promised lies inside what chance makes of what came */
export const isKept = ({ promised, low, high }: Pick<Band, 'promised' | 'low' | 'high'>): boolean =>
  promised >= low && promised <= high;

/** @returns those with enough verdicts to say anything */
export const telling = <T extends { n: number }>(all: readonly T[]): T[] =>
  all.filter(({ n }) => n >= FEWEST_FOR_RATE);

/** @returns the one whose promise was furthest off */
export function furthest<T extends Band | MonthlyHonesty>(all: readonly T[]): T | null {
  const off = (each: T) => Math.abs(each.promised - each.accepted / each.n);
  return all.reduce<T | null>(
    (worst, each) => (worst && off(worst) >= off(each) ? worst : each),
    null,
  );
}

/** @returns a key for a suggestion among others */
export const keyOf = ({ ruleId, step }: Suggestion): string => `${ruleId}:${step ?? ''}`;

/** @returns the draft that can still be added to: one made from the version in force */
export const openDraft = ({ draft, definition }: LearningAnswer): DefinitionDraft | null =>
  draft?.basedOn === definition.version ? draft : null;
