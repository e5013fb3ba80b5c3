/** All recipes there are for this person: those that come with Truce, the team's, and their own. */
import * as z from 'zod/mini';
import { type Recipe, recipe as recipeSchema } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import { RECIPES } from '../crm/registry.ts';
import { browser } from '../platform/browser.ts';
import { managedNow } from '../platform/managed.ts';
import { applied } from './repairs.ts';
import { repairsInUse } from './repairs-store.ts';

/** Where a recipe comes from. Nobody's stands in for a built-in one but one's own, and of others one's own counts. */
export type Origin = 'built-in' | 'team' | 'own';
export type KnownRecipe = Recipe & { from: Origin };

const kept = z.array(z.unknown());

/** @returns every recipe, each once, in the order people see them; broken entries of another version are left out */
export async function readRecipes(): Promise<KnownRecipe[]> {
  const { taughtRecipes, teamRecipes } = await browser.storage.local.get([
    'taughtRecipes',
    'teamRecipes',
  ]);
  const all = new Map<CrmId, KnownRecipe>();
  for (const built of applied(RECIPES, await repairsInUse()))
    all.set(built.id, { ...built, from: 'built-in' });
  for (const shared of whole(teamRecipes)) {
    if (all.get(shared.id)?.from !== 'built-in') all.set(shared.id, { ...shared, from: 'team' });
  }
  if ((await managedNow()).teach === 'off') return [...all.values()];
  for (const own of whole(taughtRecipes)) all.set(own.id, { ...own, from: 'own' });
  return [...all.values()];
}

function whole(value: unknown): Recipe[] {
  const list = kept.safeParse(value);
  if (!list.success) return [];
  return list.data.flatMap((entry) => {
    const parsed = recipeSchema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Keeps a recipe that this person taught or took in from a file; one with the same id is replaced. */
export async function keepRecipe(added: Recipe): Promise<void> {
  const others = (await ownRecipes()).filter(({ id }) => id !== added.id);
  await browser.storage.local.set({ taughtRecipes: [...others, added] });
}

/** Forgets a recipe of one's own. */
export async function forgetRecipe(id: CrmId): Promise<void> {
  const others = (await ownRecipes()).filter((own) => own.id !== id);
  await browser.storage.local.set({ taughtRecipes: others });
}

async function ownRecipes(): Promise<Recipe[]> {
  const { taughtRecipes } = await browser.storage.local.get('taughtRecipes');
  return whole(taughtRecipes);
}

/** Keeps what the team's administrator shared, as the store says it now. */
export async function keepTeamRecipes(shared: readonly Recipe[]): Promise<void> {
  await browser.storage.local.set({ teamRecipes: shared });
}
