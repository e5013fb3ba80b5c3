/** From what somebody typed to the origin of a CRM. */
import { done, type Result } from '../../lib/contract/problem.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { guessCrm } from '../../lib/crm/hosts.ts';
import type { KnownRecipe } from '../../lib/sites/recipes.ts';
import { optionsWords } from '../../lib/words/options.ts';
import { failedInWords } from '../../lib/words/problems.ts';

/** @returns the origin, or what is wrong: no address, or one in another vendor's cloud */
export function siteOrigin(
  typed: string,
  crm: CrmId,
  recipes: readonly KnownRecipe[],
): Result<string> {
  const t = optionsWords().address;
  const trimmed = typed.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return failedInWords('bad-request', t.none, t.example);
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return failedInWords('bad-request', t.noPage, t.example);
  }
  const owner = guessCrm(recipes, url.origin);
  // A taught recipe may be for a vendor's cloud: that is how pages that changed are taught anew.
  const builtIn = recipes.find(({ id }) => id === crm)?.from === 'built-in';
  if (owner && owner.id !== crm && builtIn) {
    return failedInWords('bad-request', t.ofAnother(owner.name), t.ofAnotherHelp(owner.name));
  }
  return done(url.origin);
}
