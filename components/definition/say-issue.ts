/** What is wrong with a definition, in words. */
import type { DefinitionIssue } from '../../lib/contract/definition-issues.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { typed } from './numbers.ts';

/** @returns one sentence */
export function sayIssue({ is, limit = 0 }: DefinitionIssue): string {
  const words = definitionWords().issues[is];
  return typeof words === 'function' ? words(typed(limit)) : words;
}

/** @returns where, as one would write it in code: `engagement[3].points` */
export const pathOf = ({ path }: DefinitionIssue): string =>
  path.reduce<string>((whole, key) => {
    if (typeof key === 'number') return `${whole}[${key}]`;
    return whole === '' ? key : `${whole}.${key}`;
  }, '');
