/** From what somebody typed to the origin of a CRM. */
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Recipe } from '../../lib/contract/recipe.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { guessCrm } from '../../lib/crm/hosts.ts';

/** @returns the origin, or what is wrong: no address, or one in another vendor's cloud */
export function siteOrigin(typed: string, crm: CrmId, recipes: readonly Recipe[]): Result<string> {
  const trimmed = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return failed('bad-request', 'This is not an address', EXAMPLE);
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return failed('bad-request', 'This is not the address of a web page', EXAMPLE);
  }
  const owner = guessCrm(recipes, url.origin);
  if (owner && owner.id !== crm) {
    return failed(
      'bad-request',
      `This is an address of ${owner.name}`,
      `Choose ${owner.name} in the list, or copy the right address from the browser’s address bar.`,
    );
  }
  return done(url.origin);
}

const EXAMPLE = 'Copy it from the browser’s address bar, like https://acme.lightning.force.com.';
