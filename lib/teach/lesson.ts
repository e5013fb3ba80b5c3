/**
 * lib/teach: a CRM that no recipe knows, learned by pointing.
 *
 * In: addresses of two records, and elements that the person pointed at. Out: a recipe, the same data as the built-in ones. The
 * page's side (teacher.ts) points and measures, the frame's side decides and keeps; this file is what both know.
 */
import type { FactName, Place, Recipe } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import type { Lesson, Sample } from './kept.ts';
import { listTemplateOf, type Shape, shapeOf, shapeOfBoth } from './shape.ts';

/** The facts one can point at; the first is what there must be. */
export const TEACHABLE: readonly FactName[] = ['name', 'email', 'company', 'title', 'phone'];

/** @returns a lesson that has not begun */
export function newLesson(origin: string): Lesson {
  const { hostname } = new URL(origin);
  return {
    origin,
    stage: 'first',
    name: hostname,
    kind: 'contact',
    places: {},
    first: null,
    second: null,
    list: null,
  };
}

/** @returns the shape of this CRM's record addresses, as far as is known */
export function shapeSoFar({ first, second }: Pick<Lesson, 'first' | 'second'>): Shape | null {
  if (!first) return null;
  if (!second) return shapeOf(new URL(first.url));
  const shape = shapeOfBoth(new URL(first.url), new URL(second.url));
  return typeof shape === 'string' ? null : shape;
}

/** @returns why this address cannot be the second record, or null */
export function whyNotSecond(first: Sample, url: string): 'same' | 'different-pages' | null {
  const shape = shapeOfBoth(new URL(first.url), new URL(url));
  return typeof shape === 'string' ? shape : null;
}

/**
 * @param id of the recipe to be
 * @param today `2026-11-23`
 * @returns the recipe as far as it has been taught; null while there is no record to go by
 */
export function recipeOf(taught: Lesson, id: CrmId, today: string): Recipe | null {
  const shape = shapeSoFar(taught);
  if (!shape) return null;
  const { kind, list, places } = taught;
  return {
    id,
    name: taught.name.trim() || new URL(taught.origin).hostname,
    sureness: 'taught',
    checkedOn: today,
    hosts: [],
    ids: shape.ids,
    records: { [kind]: [shape.template] },
    lists: list ? { [kind]: [listTemplateOf(new URL(list.url))] } : {},
    // Only what was pointed at is known, so nothing else on these pages is to be trusted.
    page: { facts: places, onlyPlaces: true },
    ...(list ? { list: list.page } : {}),
  };
}

/** @returns an id for a recipe of this name that nothing else has */
export function idFor(name: string, taken: ReadonlySet<string>): CrmId {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 28);
  const base = `my-${plain || 'crm'}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** What speaks against what was learned of a fact, once two records are there to compare. */
export type Doubt = 'not-found' | 'same-on-both';

/** @returns what is doubtful about this fact, or null; a company may well be the same on both */
export function doubtAbout(fact: FactName, first: Values, now: Values): Doubt | null {
  const [one, other] = [first[fact], now[fact]];
  if (one === undefined) return null;
  if (other === undefined) return 'not-found';
  return one === other && (fact === 'name' || fact === 'email') ? 'same-on-both' : null;
}

type Values = Sample['values'];

/** So many places of one fact are kept: a few per layout of the page. */
const MOST_PLACES = 6;

/** @returns the lesson with what was pointed at; `instead` of what was there, or beside it */
export function pointed(taught: Lesson, fact: FactName, places: Place[], instead: boolean): Lesson {
  const before = instead ? [] : (taught.places[fact] ?? []);
  const all = new Map([...before, ...places].map((place) => [JSON.stringify(place), place]));
  return {
    ...taught,
    places: { ...taught.places, [fact]: [...all.values()].slice(0, MOST_PLACES) },
  };
}

/** @returns the lesson without this fact */
export function forgetting(taught: Lesson, fact: FactName): Lesson {
  const { [fact]: _, ...places } = taught.places;
  return { ...taught, places };
}

/** @returns the lesson after a second record: places that do not hold there as well are dropped, where others do */
export function confirmed(
  taught: Lesson,
  second: Sample,
  holding: Partial<Record<FactName, Place[]>>,
): Lesson {
  const kept = Object.entries(taught.places).map(([fact, places]) => [
    fact,
    holding[fact as FactName] ?? places,
  ]);
  return { ...taught, stage: 'list', second, places: Object.fromEntries(kept) };
}
