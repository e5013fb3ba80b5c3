/** What all generated pages have in common. */

export const GENERATED =
  'This page is made from the code that does it (`UPDATE_DOCS=1 npx vitest run --project unit tests/unit/docs/reference.test.ts`); a test fails when it is not as it was made.';

/** @returns text that can stand in a cell of a table */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
