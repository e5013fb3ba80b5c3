/**
 * Repaired selectors: whether a list is to be believed, and what becomes of the recipes by it. Knows of no browser, so
 * that scripts/repairs.ts signs and checks with the very code that the extension believes by.
 */
import { parseWith } from '../contract/parse.ts';
import { failed, type Result } from '../contract/problem.ts';
import type { Recipe } from '../contract/recipe.ts';
import { type Repair, type Repairs, repairsRead, servedRepairs } from '../contract/repairs.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Clocks differ; a list from further ahead would keep out all lists until its day comes. */
const AHEAD_MS = 86_400_000;

/**
 * @param text as the store hands it out
 * @param publicKeys who may sign, SPKI in base64url; with none, nobody may
 * @param now ms
 * @param newest `madeAt` of the newest list that was ever believed here
 * @returns the list; or why it is not to be believed
 */
export async function verified(
  text: string,
  publicKeys: readonly string[],
  now: number,
  newest: string | null,
): Promise<Result<Repairs>> {
  const served = parseWith(servedRepairs, jsonIn(text), 'list of repairs');
  if (!served.ok) return served;
  const payload = bytesIn(served.value.payload);
  const signature = bytesIn(served.value.signature);
  if (!payload || !signature || !(await isSigned(payload, signature, publicKeys))) {
    return refused('Nobody whom this Truce believes has signed them.');
  }
  const parsed = parseWith(
    repairsRead,
    jsonIn(new TextDecoder().decode(payload)),
    'list of repairs',
  );
  if (!parsed.ok) return parsed;
  const madeAt = Date.parse(parsed.value.madeAt);
  if (madeAt > now + AHEAD_MS) return refused('They say that they were made in the future.');
  if (newest !== null && madeAt < Date.parse(newest)) {
    return refused('Truce has seen newer ones, and does not go back.');
  }
  return parsed;
}

const refused = (detail: string) =>
  failed('not-allowed', 'These repairs are not used', `${detail} Truce goes on as before.`);

async function isSigned(
  payload: BufferSource,
  signature: BufferSource,
  publicKeys: readonly string[],
): Promise<boolean> {
  for (const text of publicKeys) {
    const spki = bytesIn(text);
    const key = spki && (await keyIn(spki));
    if (key && (await crypto.subtle.verify(SIGNING, key, signature, payload))) return true;
  }
  return false;
}

function keyIn(spki: BufferSource): Promise<CryptoKey | null> {
  return crypto.subtle.importKey('spki', spki, CURVE, false, ['verify']).catch(() => null);
}

/**
 * @param recipes those that come with Truce
 * @returns them with the repairs that are newer than they are: a newer Truce wins over an older repair
 */
export function applied(recipes: readonly Recipe[], list: Repairs | null): readonly Recipe[] {
  if (!list) return recipes;
  const byId = new Map(list.repairs.map((repair) => [repair.id, repair]));
  return recipes.map((recipe) => {
    const repair = byId.get(recipe.id);
    return repair && repair.checkedOn > recipe.checkedOn ? repaired(recipe, repair) : recipe;
  });
}

/** Part by part, so that nothing but these can ever come from a repair. */
function repaired(recipe: Recipe, repair: Repair): Recipe {
  const { page, pages, list, panels, frames, ignore, checkedOn } = repair;
  return {
    ...recipe,
    checkedOn,
    page: page ?? recipe.page,
    ...(pages ? { pages } : {}),
    ...(list ? { list } : {}),
    ...(panels ? { panels } : {}),
    ...(frames ? { frames } : {}),
    ...(ignore ? { ignore } : {}),
  };
}

function bytesIn(base64url: string): Uint8Array<ArrayBuffer> | null {
  try {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
