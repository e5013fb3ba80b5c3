/** From what somebody typed to the origin of a CRM. */
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { guessCrm } from '../../lib/crm/hosts.ts';
import type { KnownRecipe } from '../../lib/sites/recipes.ts';

/** @returns the origin, or what is wrong: no address, or one in another vendor's cloud */
export function siteOrigin(
  typed: string,
  crm: CrmId,
  recipes: readonly KnownRecipe[],
): Result<string> {
  const trimmed = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return failed('bad-request', 'This is not an address', EXAMPLE);
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return failed('bad-request', 'This is not the address of a web page', EXAMPLE);
  }
  const owner = guessCrm(recipes, url.origin);
  // A taught recipe may be for a vendor's cloud: that is how pages that changed are taught anew.
  const builtIn = recipes.find(({ id }) => id === crm)?.from === 'built-in';
  if (owner && owner.id !== crm && builtIn) {
    return failed(
      'bad-request',
      `This is an address of ${owner.name}`,
      `Switch ${owner.name} on in the list above, or copy the right address from the browser’s address bar.`,
    );
  }
  return done(url.origin);
}

const EXAMPLE = 'Copy it from the browser’s address bar, like https://acme.lightning.force.com.';
