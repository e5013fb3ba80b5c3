/**
 * lib/words: what Truce says, in the languages it speaks.
 *
 * In: the language of the browser. Out: for each room of the screens a catalog of its texts and of functions that make texts
 * (`points: (n) => …`), the same names in every language, which the compiler holds. A page says `speak(navigator.language)`
 * before it paints; from then on each catalog answers in that language. What people of a team wrote themselves (labels of
 * rules and reasons, notes) stays as they wrote it.
 */

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of a catalog, the same for another language: texts are any text, functions take and return the same. */
export type Words<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => infer Out
      ? (...given: Given) => Out extends string ? string : Out
      : Words<T[Key]>;
};

type Loads = Record<Exclude<Language, 'en'>, () => Promise<void>>;

let language: Language = 'en';
let tag = 'en';
let through = <T>(words: T): T => words;
const loads: Loads[] = [];

/** @returns the language the screens speak now */
export function spoken(): Language {
  return language;
}

/** @returns how numbers and dates are written: as the browser's own language has it (`de-AT`), if that is the one spoken */
export function locale(): string {
  return tag;
}

/** @returns the one of our languages for what a browser calls its own (`de-AT`); English for all others */
export function languageFor(tag: string): Language {
  const [main] = tag.toLowerCase().split('-');
  return LANGUAGES.find((one) => one === main) ?? 'en';
}

/**
 * Loads the texts of every catalog that the page has imported. To be awaited before the first painting.
 *
 * @param wanted as browsers write languages: `de-AT`
 */
export async function speak(wanted: string): Promise<void> {
  const next = languageFor(wanted);
  if (next !== 'en') await Promise.all(loads.map((load) => load[next]()));
  language = next;
  tag = wanted.toLowerCase().split('-')[0] === next ? wanted : next;
}

/** Every text goes through `change` from now on: how tests find what would not fit and what is in no catalog. */
export function speakThrough(change: <T>(words: T) => T): void {
  through = change;
}

/**
 * A room's texts: English comes with the page, the others are fetched only by who reads them.
 *
 * @returns the texts in the language spoken now; to be asked for when painting, not kept
 */
export function catalog<T>(
  en: T,
  others: Record<Exclude<Language, 'en'>, () => Promise<Words<T>>>,
): () => Words<T> {
  const known = { en } as unknown as Record<Language, Words<T>>;
  loads.push({
    de: async () => {
      known.de = await others.de();
    },
  });
  return () => through(known[language]);
}
