/** Reading a record's page: the pane in front, whether it is this record's at all, then fact by fact. */
import type { FactName, FactPlaces, Panel, Recipe, RecordPage } from '../contract/recipe.ts';
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import type { Reading } from './adapter.ts';
import type { Addresses } from './address.ts';
import { belongsTo } from './belongs.ts';
import { present, visible } from './dom.ts';
import { type How, readGeneral } from './general.ts';
import { type Looking, readPlaces, textsAt } from './places.ts';

const FACTS: readonly FactName[] = ['name', 'email', 'company', 'title', 'phone', 'owner'];

export interface Front {
  scope: Element;
  /** Set when the record is shown in a panel rather than on the page. */
  panel: Panel | null;
}

/** @returns what the pane says of this record's person, or why nothing can be said */
export function readRecord(
  recipe: Recipe,
  addresses: Addresses,
  record: CrmRecord,
  front: Front | null,
  doc: Document,
  url: URL,
): Reading {
  const page: RecordPage = { ...recipe.page, ...recipe.pages?.[record.kind] };
  const scope = front?.scope ?? paneOf(doc, page);
  if (!scope) return { ok: false, why: 'not-rendered' };
  const looking = lookingIn(scope, recipe, record.id);
  const named = front?.panel ? 'this' : whoseIs(scope, page, record, addresses, url, looking);
  if (named === 'another' || (named === 'nobody' && page.namesItself)) {
    return { ok: false, why: 'not-rendered' };
  }
  const nameFirst = readPlaces(scope, 'name', page.facts.name ?? [], looking).value;
  if (nameFirst) looking.name = nameFirst;
  if (isLoading(scope, page, looking)) return { ok: false, why: 'not-rendered' };

  const places: FactPlaces = front?.panel?.facts ?? page.facts;
  const facts: PageFacts = {};
  const how: Partial<Record<FactName, How>> = {};
  const open = new Set<FactName>();
  for (const fact of FACTS) {
    const { found, value } = readPlaces(scope, fact, places[fact] ?? [], looking);
    if (value) {
      facts[fact] = value;
      how[fact] = 'place';
    } else if (!found) open.add(fact);
  }
  const scene = { scope, kind: record.kind, addresses, url, ...looking };
  const general = readGeneral(scene, page.onlyPlaces ? new Set() : wantedOf(record, open), facts);
  for (const [fact, { value, how: by }] of Object.entries(general) as [
    FactName,
    { value: string; how: How },
  ][]) {
    facts[fact] = value;
    how[fact] = by;
  }
  return facts.name || facts.email || facts.company
    ? { ok: true, facts: present(facts), how, sure: named === 'this' }
    : { ok: false, why: 'no-person' };
}

/** A company's page and a deal's page name many people; only their recipe may say which one counts. */
function wantedOf(record: CrmRecord, open: ReadonlySet<FactName>): ReadonlySet<FactName> {
  return record.kind === 'account' || record.kind === 'deal' ? new Set() : open;
}

function paneOf(doc: Document, page: RecordPage): Element | null {
  return page.pane ? visible(doc, ...page.pane) : doc.body;
}

/** @returns what the readers need to know of this scope */
export function lookingIn(
  scope: Element,
  recipe: Pick<Recipe, 'ignore' | 'empty'>,
  id: string,
): Looking {
  return { id, empty: recipe.empty ?? [], belongs: belongsTo(scope, recipe.ignore ?? []) };
}

/** When the pane names records of this kind and never ours, it has not caught up with the address. */
function whoseIs(
  scope: Element,
  page: RecordPage,
  record: CrmRecord,
  addresses: Addresses,
  url: URL,
  looking: Looking,
): 'this' | 'another' | 'nobody' {
  const named = textsAt(scope, page.self ?? [], looking)
    .map((text) => addresses.recordIn(text, url, record.kind))
    .filter((other) => other !== null && other.kind === record.kind);
  if (named.length === 0) return 'nobody';
  return named.some((other) => other?.id === record.id) ? 'this' : 'another';
}

function isLoading(scope: Element, page: RecordPage, looking: Looking): boolean {
  return (page.loading ?? []).some((place) =>
    typeof place === 'string'
      ? readPlaces(scope, 'name', [place], { ...looking, empty: [] }).found
      : textsAt(scope, [place], looking).length > 0,
  );
}
