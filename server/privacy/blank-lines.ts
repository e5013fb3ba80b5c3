/** Lines of a file that name a person, made unreadable and no shorter. Pure. */

/** What a file is taken apart by stays, so that the rows around it are read as before. */
const LETTERS = /[^",;|\t\r{}[\]:]/g;

/**
 * As many signs as before: an import that is under way finds its place by counting them.
 *
 * @param names in lower case
 * @returns the text with every line blanked that holds one of the names
 */
export function blanked(text: string, names: readonly string[]): string {
  const lower = text.toLowerCase();
  if (!names.some((name) => lower.includes(name))) return text;
  return text
    .split('\n')
    .map((line) => {
      const low = line.toLowerCase();
      return names.some((name) => low.includes(name)) ? line.replace(LETTERS, 'x') : line;
    })
    .join('\n');
}
