/** A recipe's address templates as patterns: worked out by the background, once, and not in every page. */
import type { Recipe, Templates } from '../contract/recipe.ts';
import type { RecordKind } from '../contract/record.ts';
import { type Addresses, addressesOf } from './address.ts';
import type { KindOutline, Outlines } from './detect.ts';
import { idFormOf } from './id-forms.ts';
import { outlineOf } from './template.ts';

/** In this order, so that an address whose kind is known never counts as one of unknown kind. */
const KINDS: readonly RecordKind[] = ['lead', 'contact', 'deal', 'account', 'record'];

/** @returns the recipe's templates as patterns, for whoever matches them */
export function outlinesOf(recipe: Recipe): Outlines {
  const all = (templates: Templates): KindOutline[] =>
    KINDS.flatMap((kind) =>
      (templates[kind] ?? []).map(
        (template) => [kind, outlineOf(template, idFormOf(recipe, kind))] as const,
      ),
    );
  return { records: all(recipe.records), lists: all(recipe.lists) };
}

/** @returns the functions that read a recipe's addresses, for whoever has nothing but the recipe */
export const addressesBy = (recipe: Recipe): Addresses => addressesOf(recipe, outlinesOf(recipe));
