/** Links in the rows of a list, and the records they name. */
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { select, textOf } from './dom.ts';

/** From an id or a link to the record it names, on this list. */
export type FindRecord = (text: string) => CrmRecord | null;

/** @returns the addresses an element links to, its own first */
export function linksIn(element: Element): string[] {
  const own = element.getAttribute('href');
  const inner = select(element, 'a[href]').map((link) => link.getAttribute('href') ?? '');
  return own ? [own, ...inner] : inner;
}

/** @returns the first value that is not undefined */
export function firstOf<T, V>(
  items: readonly T[],
  value: (item: T) => V | undefined,
): V | undefined {
  for (const item of items) {
    const found = value(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns the link to this record in a row that has words in it; those are nearly always the person's name */
export function linkTo(
  element: Element,
  record: CrmRecord | null,
  find: FindRecord,
): Element | undefined {
  if (!record) return undefined;
  return firstOf([element, ...select(element, 'a[href]')], (link) => {
    const found = find(link.getAttribute('href') ?? '#');
    return found && recordKey(found) === recordKey(record) && textOf(link) ? link : undefined;
  });
}
