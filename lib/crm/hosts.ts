/** Where CRMs live: match patterns of the vendors' clouds, and which of them an address belongs to. */
import type { Recipe } from '../contract/recipe.ts';

/** What the demo build adds. Only `localhost`, so that 127.0.0.1 stays an example of a host no manifest knows. */
export const DEMO_HOST = 'http://localhost/*';

/** @returns whether a match pattern (`https://*.hubspot.com/*`) covers this origin; ports do not matter to patterns */
export function covers(pattern: string, origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  const [scheme, host = ''] = pattern.slice(0, -'/*'.length).split('://');
  if (`${scheme}:` !== protocol) return false;
  return host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host;
}

/** @returns whether the manifest names this origin, so that the plain sidebar page may be framed there */
export function isKnownHost(recipe: Recipe, origin: string): boolean {
  if (import.meta.env.MODE === 'demo' && covers(DEMO_HOST, origin)) return true;
  return recipe.hosts.some((pattern) => covers(pattern, origin));
}

/** @returns the CRM whose cloud this origin belongs to, as a first guess for the person who switches it on */
export function guessCrm(recipes: readonly Recipe[], origin: string): Recipe | null {
  return recipes.find(({ hosts }) => hosts.some((pattern) => covers(pattern, origin))) ?? null;
}
