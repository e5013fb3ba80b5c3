/** What the page in front gives by what has been learned so far. */
import type { FactName, Place } from '../contract/recipe.ts';
import { addressesBy, outlinesOf } from '../crm/outlines.ts';
import { createListReader } from '../crm/rows.ts';
import type { Lesson } from './kept.ts';
import { recipeOf, TEACHABLE } from './lesson.ts';
import { valuesOn } from './places-of.ts';
import { shapeOf } from './shape.ts';
import type { Look } from './wire.ts';

const ROWS_SHOWN = 5;

/** @returns the address's standing, each fact's value where its places agree on one, the rows of the list */
export function lookAt(doc: Document, url: URL, lesson: Lesson): Look {
  const values: Look['values'] = {};
  const holding: Look['holding'] = {};
  for (const fact of TEACHABLE) {
    const places = (lesson.places[fact] ?? []).filter((place) => givesOne(doc, fact, place));
    const [value] = places.length > 0 && places[0] ? valuesOn(doc.body, fact, places[0]) : [];
    if (value === undefined) continue;
    values[fact] = value;
    holding[fact] = places;
  }
  const rows = rowsOf(doc, url, lesson);
  return {
    url: url.href,
    address: standing(url, lesson),
    values,
    holding,
    rows: rows.slice(0, ROWS_SHOWN),
    rowCount: rows.length,
  };
}

const givesOne = (doc: Document, fact: FactName, place: Place) =>
  valuesOn(doc.body, fact, place).size === 1;

function standing(url: URL, lesson: Lesson): Look['address'] {
  const recipe = recipeOf(lesson, 'lesson', '2026-01-01');
  const found = recipe && addressesBy(recipe).detect(url);
  if (found) return found.is;
  return shapeOf(url) ? 'guess' : 'none';
}

function rowsOf(doc: Document, url: URL, lesson: Lesson): Look['rows'] {
  const recipe = lesson.list && recipeOf(lesson, 'lesson', '2026-01-01');
  if (!recipe) return [];
  return createListReader(recipe, outlinesOf(recipe))
    .rows(doc, url)
    .map(({ facts }) => facts);
}
