import type { ProblemCode } from '../../contract/problem.ts';

export type Said = { title: string; detail: string };

/** Problems come in English words of their own, which say more than any code; nothing replaces those. */
export const en = {
  /** By the English title: what the extension itself says; without a detail, that of the problem stays. */
  own: {} as Record<string, Said>,
  /** What a store says, by what kind of problem it is. */
  byCode: {} as Partial<Record<ProblemCode, Said>>,
  /** Before the words of the store, where they are in another language. */
  original: 'In the store’s words:',
};
