/** What the tests load into the page: the engine with all recipes, as one script. */
import { createAdapter } from '../../../lib/crm/adapter.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';
import { createListReader } from '../../../lib/crm/rows.ts';
import { placeFinder } from '../../../lib/page/chip-place.ts';
import { placesOf, valuesOn } from '../../../lib/teach/places-of.ts';
import { rowOf } from '../../../lib/teach/row-of.ts';

export const engine = {
  adapters: new Map(RECIPES.map((recipe) => [recipe.id, createAdapter(recipe)])),
  lists: new Map(RECIPES.map((recipe) => [recipe.id, createListReader(recipe)])),
  createAdapter,
  createListReader,
  placeFinder,
  placesOf,
  valuesOn,
  rowOf,
};
