/** Which language a request wants its answer in. */
import type { Context } from 'hono';
import { type Language, languageFor } from '../../lib/words/speak.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { RepWords } from './rep-words.ts';

const WORDS: Record<Language, RepWords> = { en, de };

/** @returns the store's texts in this language */
export function repWords(language: Language): RepWords {
  return WORDS[language];
}

/**
 * The one the browser prefers, and English if it is none of ours, whatever comes after it: the screens around the answer
 * choose in the same way.
 */
export function languageAsked(context: Context): Language {
  const header = context.req.header('accept-language') ?? '';
  const tags = header.split(',').map((one) => {
    const [tag = '', weight = ''] = one.trim().split(/\s*;\s*q\s*=\s*/i);
    return { tag, weight: weight === '' ? 1 : Number(weight) };
  });
  const best = tags.reduce((a, b) => (b.weight > a.weight ? b : a));
  return languageFor(best.tag);
}
