/** Which CRM an address probably is: a vendor's cloud says so for sure, a name in it says so mostly. */
import type { Recipe } from '../contract/recipe.ts';
import type { CrmId } from '../contract/record.ts';
import { guessCrm } from '../crm/hosts.ts';

/** @returns the CRM, or null when the address names none, or more than one as well as another */
export function guessFrom(recipes: readonly Recipe[], typed: string): CrmId | null {
  const text = typed.trim();
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const owner = guessCrm(recipes, url.origin);
  if (owner) return owner.id;
  // The end of a host name is a country or a trade: `close.io` is no hint, `close.acme.example` is one.
  const host = url.hostname.split('.').slice(0, -1).join('.');
  const written = `${host}/${url.pathname}`.toLowerCase().split(/[^a-z0-9]+/);
  const words = new Set(written.flatMap((word) => [word, word.replace(/\d+$/, '')]));
  for (const namesOf of [exact, loose]) {
    const named = recipes.filter((recipe) => namesOf(recipe).some((name) => words.has(name)));
    if (named.length > 0) return named.length === 1 ? (named[0]?.id ?? null) : null;
  }
  return null;
}

const exact = ({ id, name }: Recipe): string[] => [plain(id), plain(name)];

/** `SuiteCRM 8` is installed at `suitecrm.`, `Frappe CRM` at `frappe.`, `Odoo` at `odoo-crm.` or `odoo17.`. */
const loose = ({ name }: Recipe): string[] => {
  const bare = plain(name).replace(/\d+$/, '');
  return [bare, bare.replace(/crm$/, '')].filter((each) => each.length > 2);
};

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
