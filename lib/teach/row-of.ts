/** From an element in one row of a list to what all its rows have in common. */
import type { ListPage, Recipe } from '../contract/recipe.ts';
import type { Addresses } from '../crm/address.ts';
import { addressesAmong, isVisible, select, separateWords, textOf } from '../crm/dom.ts';
import { addressesBy } from '../crm/outlines.ts';
import { pathBetween } from './places-of.ts';

export type PointedRow = { ok: true; page: ListPage } | { ok: false; why: 'no-link' | 'no-list' };

/**
 * A row is the largest box around what was pointed at that holds one record's link, beside boxes that hold others'.
 *
 * @param recipe as taught so far: its addresses tell which links are records
 */
export function rowOf(pointedAt: Element, recipe: Recipe, url: URL): PointedRow {
  const addresses = addressesBy(recipe);
  const row = rowAround(pointedAt, addresses, url);
  if (!row)
    return {
      ok: false,
      why: linkedIds(pointedAt.ownerDocument.body, addresses, url).size > 0 ? 'no-list' : 'no-link',
    };
  const link = recordLinks(row, addresses, url).find((each) => textOf(each));
  const email = [...row.querySelectorAll('*')].findLast(
    (each) => isVisible(each) && addressesAmong(separateWords(each)).length === 1,
  );
  return {
    ok: true,
    page: {
      row: [selectorOf(row)],
      facts: {
        ...(link && link !== row ? { name: [pathBetween(row, link)] } : { name: [':scope'] }),
        ...(email ? { email: [pathBetween(row, email)] } : {}),
      },
    },
  };
}

function rowAround(element: Element, addresses: Addresses, url: URL): Element | null {
  let row: Element | null = null;
  for (let box: Element | null = element; box?.parentElement; box = box.parentElement) {
    const ids = linkedIds(box, addresses, url);
    if (ids.size > 1) break;
    const beside = [...box.parentElement.children].filter((other) => other !== box);
    const hasOthers = beside.some((other) => linkedIds(other, addresses, url).size === 1);
    if (ids.size === 1 && hasOthers) row = box;
  }
  return row;
}

function linkedIds(box: Element, addresses: Addresses, url: URL): Set<string> {
  return new Set(recordLinks(box, addresses, url).map((link) => idOf(link, addresses, url) ?? ''));
}

function recordLinks(box: Element, addresses: Addresses, url: URL): Element[] {
  const links = [...(box.matches('a[href]') ? [box] : []), ...select(box, 'a[href]')];
  return links.filter((link) => idOf(link, addresses, url) !== null);
}

const idOf = (link: Element, addresses: Addresses, url: URL) =>
  addresses.recordIn(link.getAttribute('href') ?? '#', url, 'record')?.id ?? null;

/** The list around it and the kind of box; rows that hold no record's link are left out when lists are read. */
function selectorOf(row: Element): string {
  const list = row.parentElement;
  const name =
    list?.id && !/\d/.test(list.id) ? `#${CSS.escape(list.id)}` : (list?.localName ?? 'body');
  return `${name} > ${row.localName}`;
}
