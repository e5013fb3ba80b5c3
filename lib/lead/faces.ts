/** What a chip says of a lead: score, grade, heat, and nothing else, because the CRM page's process has it. */

import type { LeadCard } from '../contract/lead.ts';
import type { LeadInBrief } from '../contract/look-up.ts';
import type { Heat } from '../contract/words.ts';
import type { ChipFace } from '../page/list-wire.ts';
import type { TabFace } from '../page/wire.ts';
import { listWords } from '../words/list.ts';
import { number } from '../words/numbers.ts';

/** @returns the chip of a lead, in the language spoken */
export function faceOf(
  key: string,
  lead: Pick<LeadInBrief, 'points' | 'grade' | 'enough' | 'chance'> & { heat: Heat | null },
): ChipFace {
  const t = listWords();
  const { chance, points, grade, heat } = lead;
  if (!lead.enough) {
    return { key, text: t.notEnough, label: t.chip([t.notEnough]), heat: heat ?? 'cold' };
  }
  const score = chance === null ? t.points(points) : t.chance(chance);
  const said = [score, ...(grade ? [t.grade(grade)] : []), ...(heat ? [t.heats[heat]] : [])];
  return {
    key,
    text: [number(chance ?? points), grade].filter(Boolean).join(' '),
    label: t.chip(said),
    heat: heat ?? 'cold',
  };
}

/** @returns the tab of the collapsed sidebar, which says the same of the lead in front */
export function tabFaceOf({ score }: Pick<LeadCard, 'score'>): TabFace {
  const chance = score.chance?.percent ?? null;
  const { text, label } = faceOf('', { ...score, chance, heat: null });
  return { text: score.enough ? text : '?', label };
}

/** @returns what all chips of a list are called together */
export const groupLabel = (): string => listWords().group;
