/** What a chip says of a lead: score, grade, heat, and nothing else, because the CRM page's process has it. */
import type { LeadInBrief } from '../contract/look-up.ts';
import type { ChipFace } from '../page/list-wire.ts';
import { listWords } from '../words/list.ts';
import { number } from '../words/numbers.ts';

/** @returns the chip of a lead, in the language spoken */
export function faceOf(key: string, lead: LeadInBrief): ChipFace {
  const t = listWords();
  const { chance, points, grade, heat } = lead;
  if (!lead.enough) {
    return { key, text: t.notEnough, label: t.chip([t.notEnough]), heat };
  }
  const score = chance === null ? t.points(points) : t.chance(chance);
  const said = [score, ...(grade ? [t.grade(grade)] : []), t.heats[heat]];
  return {
    key,
    text: [number(chance ?? points), grade].filter(Boolean).join(' '),
    label: t.chip(said),
    heat,
  };
}

/** @returns what all chips of a list are called together */
export const groupLabel = (): string => listWords().group;
