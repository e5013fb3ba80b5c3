/** The closed lists of the contract as people read them. One place, so that one screen never says it differently. */
import type { ResolutionKind, Stage } from '../../lib/contract/words.ts';
import { number } from '../../lib/words/numbers.ts';
import { uiWords } from '../../lib/words/ui.ts';

export const stages = () => uiWords().stages;
export const verdicts = () => uiWords().verdicts;
export const flags = () => uiWords().flags;
export const faults = () => uiWords().faults;
export const resolutions = () => uiWords().resolutions;
export const roles = () => uiWords().roles;

/** @returns whose word a stage is, for its colour */
export const sideOf = (stage: Stage): 'marketing' | 'sales' =>
  stage === 'inquiry' || stage === 'mql' ? 'marketing' : 'sales';

export const RESOLUTION_ORDER: readonly ResolutionKind[] = [
  'changed',
  'kept',
  'duplicate',
  'corrected',
];

/** @returns `+8`, `−3`, `0`, with a real minus sign. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${number(points)}` : plain(points);
}

/** @returns a number without a plus, with a real minus sign. */
export const plain = (points: number): string => number(points).replace('-', '−');
