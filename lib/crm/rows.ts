/** The rows of a list: by the recipe where it knows them, else by what tables and grids have in common. */
import type { FactName, ListPage, Recipe } from '../contract/recipe.ts';
import type { CrmRecord, PageFacts, RecordKind } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import type { Addresses } from './address.ts';
import { allVisible, present } from './dom.ts';
import { type FindRecord, firstOf, linksIn } from './links.ts';
import { scanList } from './list-scan.ts';
import { type Looking, readPlaces, textsAt } from './places.ts';
import { lookingIn } from './read.ts';

/** One row of a list. Elements are recycled by virtual lists: never keep one, read again. */
export interface Row {
  element: Element;
  /** Null when the row does not say which record it is; then there is at least an address. */
  record: CrmRecord | null;
  facts: PageFacts;
}

const ROW_FACTS: readonly FactName[] = ['name', 'email', 'company'];

/** @returns the rows in view that say who they are, in page order, each record once */
export function readRows(recipe: Recipe, addresses: Addresses, doc: Document, url: URL): Row[] {
  const address = addresses.detect(url);
  if (address?.is !== 'list') return [];
  const find = finderOf(addresses, url, address.kind);
  const own = recipe.list ? ownRows(recipe, recipe.list, doc, find) : [];
  const rows = own.length > 0 ? own : scanList(doc, find, lookingIn(doc.body, recipe, ''));
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = row.record ? recordKey(row.record) : row.facts.email;
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function finderOf(addresses: Addresses, url: URL, kind: RecordKind): FindRecord {
  return (text) => addresses.recordIn(text, url, kind);
}

function ownRows(recipe: Recipe, list: ListPage, doc: Document, find: FindRecord): Row[] {
  const selector = list.row.find((row) => allVisible(doc, row).length > 0);
  if (!selector) return [];
  const looking = lookingIn(doc.body, recipe, '');
  const elements = allVisible(doc, selector).filter(looking.belongs);
  return joined(elements, list.join).map((parts) => {
    const facts: PageFacts = {};
    for (const fact of ROW_FACTS) {
      facts[fact] = firstOf(
        parts,
        (part) => readPlaces(part, fact, list.facts[fact] ?? [], looking).value,
      );
    }
    const record = firstOf(parts, (part) => recordOf(part, list, find, looking)) ?? null;
    return { element: parts[0] as Element, record, facts: present(facts) };
  });
}

/** Grids with pinned columns keep one row in several containers; equal values of `join` are one row. */
function joined(elements: Element[], join: string | undefined): Element[][] {
  if (!join) return elements.map((element) => [element]);
  const rows = new Map<string, Element[]>();
  for (const element of elements) {
    const key = element.getAttribute(join) ?? '';
    rows.set(key, [...(rows.get(key) ?? []), element]);
  }
  return [...rows.values()];
}

function recordOf(
  part: Element,
  list: ListPage,
  find: FindRecord,
  looking: Looking,
): CrmRecord | undefined {
  const named = list.id ? textsAt(part, list.id, looking) : linksIn(part);
  return firstOf(named, (text) => find(text) ?? undefined);
}
