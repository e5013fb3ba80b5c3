/** What the tests load into the page: the engine with all recipes, as one script. */
import type { Recipe } from '../../../lib/contract/recipe.ts';
import { createAdapter } from '../../../lib/crm/adapter.ts';
import { outlinesOf } from '../../../lib/crm/outlines.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';
import { createListReader } from '../../../lib/crm/rows.ts';
import { placeFinder } from '../../../lib/page/chip-place.ts';
import { placesOf, valuesOn } from '../../../lib/teach/places-of.ts';
import { rowOf } from '../../../lib/teach/row-of.ts';

/** As the lister makes it, of a recipe alone. */
function listReaderBy(recipe: Recipe) {
  return createListReader(recipe, outlinesOf(recipe));
}

export const engine = {
  adapters: new Map(
    RECIPES.map((recipe) => [recipe.id, createAdapter(recipe, outlinesOf(recipe))]),
  ),
  lists: new Map(RECIPES.map((recipe) => [recipe.id, listReaderBy(recipe)])),
  listReaderBy,
  placeFinder,
  placesOf,
  valuesOn,
  rowOf,
};
