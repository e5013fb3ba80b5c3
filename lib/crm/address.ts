/** From an address to the record or the list it names. No DOM, no network: called on every navigation. */
import type { IdForm, Recipe, Templates } from '../contract/recipe.ts';
import type { CrmRecord, RecordKind } from '../contract/record.ts';
import { canonicalId } from './id-forms.ts';
import { compile, type Match, type Matcher, partsOf } from './template.ts';

/** What an address names. */
export type Address =
  | { is: 'record'; record: CrmRecord }
  | { is: 'list'; org: string; kind: RecordKind };

/** In this order, so that an address whose kind is known never counts as one of unknown kind. */
const KINDS: readonly RecordKind[] = ['lead', 'contact', 'deal', 'account', 'record'];

/** Addresses are short; whatever a page writes beyond that is not looked at. */
const LONGEST = 4000;
const ORG = /^[a-z0-9.:_~/-]{1,200}$/;

export interface Addresses {
  /** @returns what the address names, or null when it is neither a record nor a list of this CRM */
  detect(url: URL): Address | null;
  /**
   * @param text an id, or an address as it stands in a link
   * @param kind of which kind a bare id is
   * @returns the record it names; null when it names none
   */
  recordIn(text: string, base: URL, kind: RecordKind): CrmRecord | null;
}

/** @returns the function that tells what an address names; the recipe's templates are compiled once. All that the scout needs */
export function detectorOf(recipe: Recipe): Addresses['detect'] {
  const records = compileAll(recipe.records, recipe);
  const lists = compileAll(recipe.lists, recipe);
  return (url) => {
    if (url.href.length > LONGEST) return null;
    const inner = unwrap(url, recipe.wrapped ?? []);
    const parts = partsOf(inner);
    const place = (match: Match) => orgOf(inner, match, recipe);
    const record = first(records, parts);
    if (record?.match.id) {
      const org = place(record.match);
      return org === null
        ? null
        : { is: 'record', record: { crm: recipe.id, org, kind: record.kind, id: record.match.id } };
    }
    const list = first(lists, parts);
    const org = list && place(list.match);
    return list && org !== null ? { is: 'list', org, kind: list.kind } : null;
  };
}

/** @returns the functions that read this recipe's addresses */
export function addressesOf(recipe: Recipe): Addresses {
  const detect = detectorOf(recipe);
  return {
    detect,
    recordIn(text, base, kind) {
      if (/[/?#]/.test(text)) {
        const address = URL.canParse(text, base) ? detect(new URL(text, base)) : null;
        return address?.is === 'record' ? address.record : null;
      }
      const id = canonicalId(idFormOf(recipe, kind), text);
      const here = detect(base);
      const org = here?.is === 'record' ? here.record.org : (here?.org ?? hostOf(base, recipe));
      return id ? { crm: recipe.id, org, kind, id } : null;
    },
  };
}

/** @returns the form of this kind's ids */
function idFormOf({ ids }: Recipe, kind: RecordKind): IdForm {
  return typeof ids === 'string' ? ids : (ids[kind] ?? 'word');
}

type Compiled = { kind: RecordKind; matches: Matcher }[];

function compileAll(templates: Templates, recipe: Recipe): Compiled {
  return KINDS.flatMap((kind) =>
    (templates[kind] ?? []).map((template) => ({
      kind,
      matches: compile(template, idFormOf(recipe, kind)),
    })),
  );
}

function first(compiled: Compiled, parts: ReturnType<typeof partsOf>) {
  for (const { kind, matches } of compiled) {
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

function orgOf(url: URL, match: Match, recipe: Recipe): string | null {
  const org = match.org ?? `${hostOf(url, recipe)}${match.folder.toLowerCase()}`;
  return ORG.test(org) ? org : null;
}

function hostOf(url: URL, recipe: Recipe): string {
  const [from, to] = recipe.sameHost?.find(([end]) => url.host.endsWith(end)) ?? ['', ''];
  return from ? url.host.slice(0, -from.length) + to : url.host;
}
