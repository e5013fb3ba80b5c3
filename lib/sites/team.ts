/** What the team shares: taken in from the store's answer, and forgotten when this browser leaves the team. */
import { failed, type Result } from '../contract/problem.ts';
import { type Recipe, recipe as recipeSchema } from '../contract/recipe.ts';
import type { SharedCrms, SharedNote } from '../contract/shared-crms.ts';
import { RECIPES } from '../crm/registry.ts';
import { browser } from '../platform/browser.ts';
import type { ConnectionStore } from '../platform/connection.ts';
import { forgetLooks } from './health-store.ts';
import { keepTeamRecipes, readRecipes } from './recipes.ts';
import { forgetRepairs, keepRepairs } from './repairs-store.ts';
import { registerScouts } from './scouts.ts';

/** Once a day, besides every start and every wish. Worker timers do not outlive the worker, alarms do. */
export const TEAM_ALARM = 'team';
const DAY_MINUTES = 1440;

/** Sees to it that the alarm is set. Set anew at every start of the worker it would never ring. */
export async function watchTeam(): Promise<void> {
  if (await browser.alarms.get(TEAM_ALARM)) return;
  await browser.alarms.create(TEAM_ALARM, { periodInMinutes: DAY_MINUTES });
}

/** @returns the recipe as it may be shared; or why it may not */
export function shareable(recipe: Recipe): Result<Recipe> {
  if (RECIPES.some(({ id }) => id === recipe.id)) {
    return failed(
      'bad-request',
      'Truce knows this CRM already',
      'CRMs that come with Truce cannot be replaced for the whole team. Teach yours under another name.',
    );
  }
  return { ok: true, value: modest(recipe) };
}

/**
 * A recipe of somebody else's names no hosts: CRMs are switched on origin by origin, by the person. And it reads nothing
 * but what is on screen: what a page keeps in hidden fields is more than the person knows of.
 */
function modest(recipe: Recipe): Recipe {
  const shown = recipeSchema.parse(
    JSON.parse(JSON.stringify(recipe), (key, value) => (key === 'hidden' ? undefined : value)),
  );
  return { ...shown, hosts: [], sureness: 'taught' };
}

/**
 * Asks, and keeps what is answered. When asking fails, what was known stays in use.
 *
 * @param ask the request to the store
 * @returns who shared what
 */
export async function refreshTeam(
  connections: ConnectionStore,
  ask: () => Promise<Result<SharedCrms>>,
): Promise<Result<SharedNote[]>> {
  const asked = await connections.read();
  const answer = await ask();
  if (!answer.ok) return answer;
  await alone(async () => {
    // Whoever has left the team meanwhile, or joined another, must not be given this one's recipes.
    if ((await connections.read())?.token === asked?.token)
      await following(() => keep(answer.value));
  });
  const notes = answer.value.crms.map(({ id, by, at }) => ({ id, by, at }));
  return { ok: true, value: notes };
}

/** Forgets what the team shared. Sites that used it stay on the list, and rest. */
export function forgetTeam(): Promise<void> {
  return alone(() =>
    following(async () => {
      await keepTeamRecipes([]);
      await forgetRepairs();
    }),
  );
}

async function keep({ crms, repairs }: SharedCrms): Promise<void> {
  const whole = crms.flatMap(({ recipe }) => {
    const parsed = recipeSchema.safeParse(recipe);
    const good = parsed.success ? shareable(parsed.data) : null;
    return good?.ok ? [good.value] : [];
  });
  await keepTeamRecipes(whole);
  await keepRepairs(repairs);
}

/** Makes the change, and the scouts follow when a recipe in use is another one now. */
async function following(change: () => Promise<void>): Promise<void> {
  const before = new Map(
    (await readRecipes()).map((recipe) => [recipe.id, JSON.stringify(recipe)]),
  );
  await change();
  const after = new Map((await readRecipes()).map((recipe) => [recipe.id, JSON.stringify(recipe)]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id) !== after.get(id),
  );
  if (changed.length === 0) return;
  for (const id of changed) await forgetLooks(id);
  await registerScouts();
}

/** Refreshing and forgetting one after the other, in whatever context. */
function alone(act: () => Promise<void>): Promise<void> {
  return navigator.locks.request('truce-team', act);
}
