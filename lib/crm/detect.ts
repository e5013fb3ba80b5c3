/** From an address to the record or the list it names. No DOM, no network: called on every navigation, in every page of a CRM. */
import type { Recipe } from '../contract/recipe.ts';
import type { CrmRecord, RecordKind } from '../contract/record.ts';
import { type Match, type Matcher, matcherOf, partsOf } from './match.ts';
import type { Outline } from './template.ts';

/** What an address names. */
export type Address =
  | { is: 'record'; record: CrmRecord }
  | { is: 'list'; org: string; kind: RecordKind };

/** The addresses of one CRM, ready to be matched; tried in this order. */
export interface Outlines {
  records: KindOutline[];
  lists: KindOutline[];
}
export type KindOutline = readonly [kind: RecordKind, outline: Outline];

/** What of a recipe an address needs beside its outlines. */
export type Site = Pick<Recipe, 'id' | 'wrapped' | 'sameHost'>;

/** Addresses are short; whatever a page writes beyond that is not looked at. */
const LONGEST = 4000;
const ORG = /^[a-z0-9.:_~/-]{1,200}$/;

export type Detect = (url: URL) => Address | null;

/** @returns the function that tells what an address names; null when it is neither a record nor a list of this CRM */
export function detectorOf(site: Site, outlines: Outlines): Detect {
  const records = outlines.records.map(matching);
  const lists = outlines.lists.map(matching);
  return (url) => {
    if (url.href.length > LONGEST) return null;
    const inner = unwrap(url, site.wrapped ?? []);
    const parts = partsOf(inner);
    const place = (match: Match) => orgOf(inner, match, site);
    const record = first(records, parts);
    if (record?.match.id) {
      const org = place(record.match);
      return org === null
        ? null
        : { is: 'record', record: { crm: site.id, org, kind: record.kind, id: record.match.id } };
    }
    const list = first(lists, parts);
    const org = list && place(list.match);
    return list && org !== null ? { is: 'list', org, kind: list.kind } : null;
  };
}

interface Matching {
  kind: RecordKind;
  matches: Matcher;
}

const matching = ([kind, outline]: KindOutline): Matching => ({
  kind,
  matches: matcherOf(outline),
});

function first(all: readonly Matching[], parts: ReturnType<typeof partsOf>) {
  for (const { kind, matches } of all) {
    const match = matches(parts);
    if (match) return { kind, match };
  }
  return null;
}

/** Some CRMs put the true address, encoded, into a parameter of another. */
function unwrap(url: URL, names: readonly string[]): URL {
  for (const name of names) {
    for (const text of [url.search, url.hash.slice(1)]) {
      const inner = text.includes(`${name}=`) ? new URLSearchParams(text).get(name) : null;
      if (!inner || !URL.canParse(inner, url)) continue;
      const address = new URL(inner, url);
      if (address.origin === url.origin) return address;
    }
  }
  return url;
}

function orgOf(url: URL, match: Match, site: Site): string | null {
  const org = match.org ?? `${hostOf(url, site)}${match.folder.toLowerCase()}`;
  return ORG.test(org) ? org : null;
}

/** @returns the host by which an organisation is known: some have two */
export function hostOf(url: URL, site: Site): string {
  const [from, to] = site.sameHost?.find(([end]) => url.host.endsWith(end)) ?? ['', ''];
  return from ? url.host.slice(0, -from.length) + to : url.host;
}
