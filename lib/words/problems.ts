import { failed, type Problem, type ProblemCode, type Result } from '../contract/problem.ts';
import { en } from './problems/en.ts';
import { catalog } from './speak.ts';

export const problemWords = catalog(en, { de: async () => (await import('./problems/de.ts')).de });

/** A problem as somebody reads it. `original`: what the store said of it, where that is English and they do not read English. */
export type Told = { title: string; detail: string; original: string | null };

/** What these say is about what was just done and in no other words: the code alone would not tell what to mend. */
const SPECIFIC: readonly ProblemCode[] = [
  'bad-request',
  'conflict',
  'not-allowed',
  'not-found',
  'too-large',
];

/** The type of problems whose words come from a catalog: in the language spoken already, so nothing replaces them. */
const SPOKEN = 'truce:spoken';

/** @returns a failure in words of a catalog */
export function failedInWords(code: ProblemCode, title: string, detail: string): Result<never> {
  return failed(code, title, detail, { type: SPOKEN });
}

/** @returns the problem in the language spoken: in English as it came, else by who says it and what kind it is */
export function told({ type, code, title, detail }: Problem): Told {
  if (type === SPOKEN) return { title, detail, original: null };
  const t = problemWords();
  const own = t.own[title];
  if (own) return { title: own.title, detail: own.detail || detail, original: null };
  const kind = t.byCode[code];
  if (!kind) return { title, detail, original: null };
  return { ...kind, original: SPECIFIC.includes(code) ? `${title}. ${detail}` : null };
}

/** @returns what is kept beside something said, in the language spoken where it is one of the extension's own sentences */
export function toldTitle(title: string): string {
  return problemWords().own[title]?.title ?? title;
}
