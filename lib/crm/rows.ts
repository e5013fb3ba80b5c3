/** The rows of a list: by the recipe where it knows them, else by what tables and grids have in common. */
import type { FactName, ListPage, Recipe } from '../contract/recipe.ts';
import type { CrmRecord, PageFacts, RecordKind } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { type Addresses, addressesOf } from './address.ts';
import type { Outlines } from './detect.ts';
import { allVisible, present } from './dom.ts';
import { type FindRecord, firstOf, linksIn, linkTo } from './links.ts';
import { scanList } from './list-scan.ts';
import { type Looking, readPlaces, textsAt } from './places.ts';
import { lookingIn } from './read.ts';

/** One row of a list. Elements are recycled by virtual lists: never keep one, read again. */
export interface Row {
  element: Element;
  /** Where the person's name stands, else the link to their record: what is said of them is put beside it. */
  anchor: Element;
  /** Null when the row does not say which record it is; then there is at least an address. */
  record: CrmRecord | null;
  facts: PageFacts;
}

const ROW_FACTS: readonly FactName[] = ['name', 'email', 'company'];

export interface ListReader {
  /** Whether this address is that of a list. */
  isList(url: URL): boolean;
  /** The rows of the list in front, each with its record where the page names it. Never throws. */
  rows(doc: Document, url: URL): Row[];
}

/**
 * @param outlines of this very recipe
 * @returns what reads lists by it; what can be prepared once is prepared here
 */
export function createListReader(recipe: Recipe, outlines: Outlines): ListReader {
  const addresses = addressesOf(recipe, outlines);
  return {
    isList: (url) => addresses.detect(url)?.is === 'list',
    rows: (doc, url) => readRows(recipe, addresses, doc, url),
  };
}

/** @returns the rows in view that say who they are, in page order, each record once */
function readRows(recipe: Recipe, addresses: Addresses, doc: Document, url: URL): Row[] {
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
    const places: (Element | undefined)[] = [];
    for (const fact of ROW_FACTS) {
      const there = firstOf(parts, (part) => {
        const at = readPlaces(part, fact, list.facts[fact] ?? [], looking);
        return at.value === undefined ? undefined : at;
      });
      facts[fact] = there?.value;
      if (fact !== 'company') places.push(there?.at);
    }
    const record = firstOf(parts, (part) => recordOf(part, list, find, looking)) ?? null;
    const element = parts[0] as Element;
    const link = () => firstOf(parts, (part) => linkTo(part, record, find));
    const anchor = places.find((place) => place !== undefined) ?? link() ?? element;
    return { element, anchor, record, facts: present(facts) };
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
